using LiveBoard.Core.Boards;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>Hangs a link on a card. What it leads to is never fetched.</summary>
public sealed record AddLinkAttachment : AddAttachment
{
    /// <summary>Absolute http or https address.</summary>
    public required string Url { get; init; }

    /// <summary>What it is called; null or blank to call it by its address.</summary>
    public string? Name { get; init; }

    private protected override Task<(Rejection? Rejection, Attachment? Attachment)> MakeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    ) => Task.FromResult(Make(context, card));

    private (Rejection? Rejection, Attachment? Attachment) Make(BoardCommandContext context, Card card)
    {
        if (TextRules.Line(Url, Attachment.MaxUrlLength, "link", out var url) is { } unusable)
        {
            return (unusable, null);
        }

        if (!LinkRules.IsSafe(url))
        {
            return (new Rejection(RejectionCode.LinkUnsafe), null);
        }

        var named = string.IsNullOrWhiteSpace(Name) ? PlainText.Cut(url, Attachment.MaxNameLength) : Name;
        return TextRules.Line(named, Attachment.MaxNameLength, "name", out var name) is { } invalid
            ? (invalid, null)
            : (
                null,
                new Attachment
                {
                    Id = Guid.CreateVersion7(),
                    CardId = card.Id,
                    Name = name,
                    Url = url,
                    AddedById = context.Actor.PersonId,
                    CreatedAt = context.Now,
                }
            );
    }
}
