using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class AttachmentView
{
    private string _readName = "";
    private TextClash? _clash;
    private bool _isRenaming;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public AttachmentDetails Attachment { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    private bool IsPicture => Attachment.Width is not null;

    private bool IsCover => Card.CoverImageId == Attachment.Id;

    private string CoverWords => (IsCover ? CardTexts.RemoveCover : CardTexts.MakeCover).With(Attachment.Name);

    private string IconName =>
        Attachment.FileId is not null ? "file"
        : Attachment.Url is not null ? "link"
        : "clip";

    private string Facts =>
        string.Join(
            ", ",
            new[]
            {
                Attachment.FileId is null ? null : FileSizes.Words(Attachment.Size),
                Attachment.AddedBy?.Name,
                Dates.Moment(Attachment.CreatedAt),
            }.OfType<string>()
        );

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!_isRenaming)
        {
            _readName = Attachment.Name;
        }
    }

    private async Task RenameAsync(string? name)
    {
        _isRenaming = false;
        if (name is not null)
        {
            await RenameAsync(name, _readName);
        }
    }

    private async Task RenameAsync(string name, string expected)
    {
        var rename = new RenameAttachment
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            AttachmentId = Attachment.Id,
            Name = name,
            ExpectedName = expected,
        };
        _clash = TextClash.Of(name, await Client.SendAsync(rename, isClashShown: true));
    }

    private Task SetCoverAsync() =>
        Client.SendAsync(
            new SetCoverImage
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                AttachmentId = IsCover ? null : Attachment.Id,
            }
        );

    private Task RemoveAsync() =>
        Client.SendAsync(
            new RemoveAttachment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                AttachmentId = Attachment.Id,
            },
            BoardTexts.Deleted.With(Attachment.Name)
        );
}
