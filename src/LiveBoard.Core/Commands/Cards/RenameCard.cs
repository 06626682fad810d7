using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card another title.</summary>
public sealed record RenameCard : CardCommand
{
    /// <summary>The new title.</summary>
    public required string Title { get; init; }

    /// <summary>The title it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedTitle { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (TextRules.Line(Title, Card.MaxTitleLength, "title", out var title) is { } invalid)
        {
            return invalid;
        }

        if (ExpectedTitle is not null && card.Title != ExpectedTitle && card.Title != title)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "title", card.Title);
        }

        if (card.Title != title)
        {
            context.Undo = this with { CommandId = Guid.CreateVersion7(), Title = card.Title, ExpectedTitle = title };
            Put(context, card, title);
        }

        return null;
    }

    /// <summary>Gives one card the title.</summary>
    internal static void Put(BoardCommandContext context, Card card, string title)
    {
        context.Log(ActivityKind.CardRenamed, card.Id, before: card.Title, after: title);
        card.Title = title;
    }
}
