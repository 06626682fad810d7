using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card another description.</summary>
public sealed record DescribeCard : CardCommand
{
    /// <summary>The new description, Markdown; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>The description it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedDescription { get; init; }

    private protected override Rejection? Change(BoardCommandContext context, Card card)
    {
        if (
            TextRules.LongText(Description, Card.MaxDescriptionLength, "description", out var description) is
            { } invalid
        )
        {
            return invalid;
        }

        if (
            ExpectedDescription is not null
            && card.Description != ExpectedDescription
            && card.Description != description
        )
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "description", card.Description);
        }

        if (card.Description != description)
        {
            context.Log(ActivityKind.CardDescribed, card.Id, before: card.Description, after: description);
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Description = card.Description,
                ExpectedDescription = description,
            };
            card.Description = description;
        }

        return null;
    }
}
