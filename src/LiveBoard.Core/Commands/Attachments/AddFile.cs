using LiveBoard.Core.Boards;
using Microsoft.EntityFrameworkCore;

namespace LiveBoard.Core.Commands.Attachments;

/// <summary>
/// Hangs a file on a card. For whoever has stored the file: all but its name is what the server found out about it, and
/// never what a browser said.
/// </summary>
public sealed record AddFile : AddAttachment
{
    /// <summary>Key of the stored file.</summary>
    public required Guid FileId { get; init; }

    /// <summary>What it is called.</summary>
    public required string Name { get; init; }

    /// <summary>Size in bytes.</summary>
    public required long Size { get; init; }

    /// <summary>Type as the content says.</summary>
    public required string MediaType { get; init; }

    /// <summary>Width in pixels, when it is a picture that can be shown.</summary>
    public int? Width { get; init; }

    /// <summary>Height in pixels, when it is a picture that can be shown.</summary>
    public int? Height { get; init; }

    internal override bool IsForWholeInstance => true;

    private protected override async Task<(Rejection? Rejection, Attachment? Attachment)> MakeAsync(
        BoardCommandContext context,
        Card card,
        CancellationToken cancellationToken
    )
    {
        if (TextRules.Line(Name, Attachment.MaxNameLength, "name", out var name) is { } invalid)
        {
            return (invalid, null);
        }

        if (
            Size < 0
            || MediaType.Length is 0 or > Attachment.MaxMediaTypeLength
            || await context.Db.Attachments.AnyAsync(a => a.FileId == FileId, cancellationToken)
        )
        {
            return (new Rejection(RejectionCode.ValueInvalid, "file"), null);
        }

        if (Size > context.Quotas.File)
        {
            return (context.Quotas.TooLarge, null);
        }

        var full =
            await FileRoom.CheckOnBoardAsync(context, Size, cancellationToken)
            ?? await FileRoom.CheckInInstanceAsync(context, Size, cancellationToken);
        return full is not null
            ? (full, null)
            : (
                null,
                new Attachment
                {
                    Id = Guid.CreateVersion7(),
                    CardId = card.Id,
                    Name = name,
                    FileId = FileId,
                    Size = Size,
                    MediaType = MediaType,
                    Width = Width,
                    Height = Height,
                    AddedById = context.Actor.PersonId,
                    CreatedAt = context.Now,
                }
            );
    }
}
