using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Testing;

namespace LiveBoard.Core.Tests.Access;

/// <summary>Every operation that somebody can ask for is in docs/access.md, and answers everybody as is said there.</summary>
public sealed class OperationTableTests(SharedDatabase shared) : IClassFixture<SharedDatabase>
{
    /// <summary>The one decides, and the other does commands, which have tables of their own.</summary>
    private static readonly Type[] Elsewhere = [typeof(AccessService), typeof(BoardCommandHandler)];

    private static readonly AccessTable OnBoards = AccessTable.Under("Operations on an open board");
    private static readonly AccessTable OnWorkspaces = AccessTable.Under("Operations on workspaces and people");
    private static readonly AccessTable AskingNobody = AccessTable.Under("Operations that ask nobody");

    public static TheoryData<string, string, string> BoardCells => new(OnBoards.Cells("none", "admin"));

    public static TheoryData<string, string, string> WorkspaceCells =>
        new(OnWorkspaces.Cells("nobody", "administrator"));

    public static TheoryData<string, string, string> NobodyCells => new(OnWorkspaces.Cells("nobody", "nobody"));

    [Fact]
    public void EveryOperation_HasOneRow_AndEveryRowAnOperation() =>
        Assert.Equal(
            Operations().Distinct().Order(StringComparer.Ordinal),
            OnBoards.Names.Concat(OnWorkspaces.Names).Concat(AskingNobody.Names).Order(StringComparer.Ordinal)
        );

    [Fact]
    public void EveryOperation_ThatAsksNobody_SaysWhy() =>
        Assert.All(AskingNobody.Rows, row => Assert.NotEmpty(row["why that is right"]));

    [Theory]
    [MemberData(nameof(BoardCells))]
    public async Task Operation_ByRoleOnTheBoard_IsAnsweredAsTheTableSays(string operation, string role, string answer)
    {
        var board = await shared.MakeBoardAsync();
        var actor = await shared.Database.AddUserAsync();
        await shared.GiveAsync(board, actor, Enum.Parse<BoardRole>(role, ignoreCase: true));

        Assert.Equal(answer, await BoardOperations.AskAsync(operation, board, actor));
    }

    [Theory]
    [MemberData(nameof(WorkspaceCells))]
    public async Task Operation_ByPerson_IsAnsweredAsTheTableSays(string operation, string person, string answer)
    {
        await using var scene = await DirectoryScene.CreateAsync();
        var actor = await scene.AddAsync(person);

        await AssertAnswerAsync(scene, operation, actor, answer);
    }

    [Theory]
    [MemberData(nameof(NobodyCells))]
    public async Task Operation_ByADisabledAccount_IsAnsweredAsNobodys(string operation, string person, string answer)
    {
        await using var scene = await DirectoryScene.CreateAsync();
        var actor = await scene.AddDisabledAsync();

        Assert.Equal("nobody", person);
        await AssertAnswerAsync(scene, operation, actor, answer);
    }

    private static async Task AssertAnswerAsync(DirectoryScene scene, string operation, Actor actor, string answer)
    {
        var before = await scene.Directory.TextAsync();
        Assert.Equal(answer, await DirectoryOperations.AskAsync(operation, scene, actor));
        if (answer != AccessAnswer.Yes)
        {
            Assert.Equal(before, await scene.Directory.TextAsync());
        }
    }

    /// <summary>Whatever is asked for on somebody's behalf, and everything that the services beside it offer.</summary>
    private static IEnumerable<string> Operations() =>
        from type in typeof(AccessService).Assembly.GetExportedTypes()
        where type.IsClass && !Elsewhere.Contains(type) && !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods()
        where method.DeclaringType == type && !method.IsSpecialName
        where IsService(type) || method.GetParameters().Any(p => p.ParameterType == typeof(Actor))
        select $"{type.Name}.{method.Name}";

    private static bool IsService(Type type) =>
        type.Namespace == typeof(AccessService).Namespace
        && type.GetConstructors().Any(c => c.GetParameters().Any(p => p.ParameterType == typeof(AccessService)));
}
