using LiveBoard.Core.Data;

namespace LiveBoard.Core.Tests.Data;

public sealed class WriteQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Guid _one = Guid.CreateVersion7();
    private readonly Guid _other = Guid.CreateVersion7();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WritersOfOneBoard_ComeOneAfterAnother_InOrder(bool isPerBoard)
    {
        using var queue = new WriteQueue(isPerBoard);
        var first = await queue.EnterAsync(_one, default);
        var second = queue.EnterAsync(_one, default);
        var third = queue.EnterAsync(_one, default);
        Assert.False(second.IsCompleted);

        first.Dispose();
        (await second.WaitAsync(Patience)).Dispose();
        (await third.WaitAsync(Patience)).Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task WritersOfTwoBoards_WaitForEachOther_UnlessTheQueueIsPerBoard(bool isPerBoard)
    {
        using var queue = new WriteQueue(isPerBoard);
        var first = await queue.EnterAsync(_one, default);

        var other = queue.EnterAsync(_other, default);

        Assert.Equal(isPerBoard, other.IsCompleted);
        first.Dispose();
        (await other.WaitAsync(Patience)).Dispose();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task SecondTurn_OfOneWriter_DoesNotWaitForItsFirst(bool isPerBoard)
    {
        using var queue = new WriteQueue(isPerBoard);
        using var first = await queue.EnterAsync(_one, default);

        using var second = await queue.EnterNextAsync(_other, default).WaitAsync(Patience);

        Assert.Equal(isPerBoard, second is not null);
    }

    [Fact]
    public async Task WhoeverGivesUpWaiting_TakesNoTurn()
    {
        using var queue = new WriteQueue(isPerBoard: true);
        using var cancelling = new CancellationTokenSource();
        var first = await queue.EnterAsync(_one, default);
        var second = queue.EnterAsync(_one, cancelling.Token);
        await cancelling.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        var third = queue.EnterAsync(_one, default);

        Assert.False(third.IsCompleted);
        first.Dispose();
        (await third.WaitAsync(Patience)).Dispose();
    }
}
