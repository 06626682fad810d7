using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>A wish about one card.</summary>
public abstract record CardCommand : BoardCommand
{
    /// <summary>The card.</summary>
    public required Guid CardId { get; init; }

    /// <inheritdoc />
    public override BoardRole RequiredRole => BoardRole.Editor;

    /// <inheritdoc />
    internal sealed override async Task<Rejection?> ExecuteAsync(
        BoardCommandContext context,
        CancellationToken cancellationToken
    ) =>
        await context.FindCardAsync(CardId, cancellationToken) is { } card
            ? await ChangeAsync(context, card, cancellationToken)
            : new Rejection(RejectionCode.CardNotFound);

    private protected virtual Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    ) => Task.FromResult(Change(context, card));

    private protected virtual Rejection? Change(BoardCommandContext context, Card card) =>
        throw new NotSupportedException($"{GetType().Name} says nothing about how it is done.");
}
