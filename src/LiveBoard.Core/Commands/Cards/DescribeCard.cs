using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;

namespace LiveBoard.Core.Commands.Cards;

/// <summary>Gives a card another description.</summary>
public sealed record DescribeCard : CardCommand
{
    /// <summary>The new description, Markdown; may be empty.</summary>
    public required string Description { get; init; }

    /// <summary>The description it was read with; when somebody changed it since, the command is rejected with the current one. Null to overwrite.</summary>
    public string? ExpectedDescription { get; init; }

    private protected override async Task<Rejection?> ChangeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (
            TextRules.LongText(Description, Card.MaxDescriptionLength, "description", out var description) is
            { } invalid
        )
        {
            return invalid;
        }

        // With what is being typed at this moment: nothing of it is written over unseen.
        var now = await CardText.ReadAsync(context.Db, card, cancellationToken);
        if (ExpectedDescription is not null && now.Text != ExpectedDescription && now.Text != description)
        {
            return new Rejection(RejectionCode.ChangedMeanwhile, "description", now.Text);
        }

        if (now.Text != description)
        {
            context.Undo = this with
            {
                CommandId = Guid.CreateVersion7(),
                Description = now.Text,
                ExpectedDescription = description,
            };
            await CardTextEdit.ReplaceAsync(context, card, now, description, cancellationToken);
        }

        return null;
    }
}
