using System.Collections.Immutable;
using System.Text.Json;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Attachments;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class AttachmentSection : IAsyncDisposable
{
    private readonly string _key = Guid.NewGuid().ToString();
    private ElementReference _place;
    private ElementReference _address;
    private string _url = "";
    private string _name = "";
    private bool _isAttached;
    private bool _isLinking;
    private bool _isFocusDue;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public ImmutableArray<AttachmentDetails> Attachments { get; set; }

    [Inject]
    private FileQuotas Quotas { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    private string MaxSize => FileSizes.Words(Quotas.File);

    private string Hint => CardTexts.AddFilesHint.With(MaxSize);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        if (_isAttached)
        {
            _isAttached = false;
            await Js.TryInvokeVoidAsync("LiveBoard.detachFiles", _key);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFocusDue)
        {
            _isFocusDue = false;
            await _address.FocusAsync();
        }

        // A role may come and go while the card is open.
        if (_isAttached != Client.CanEdit)
        {
            _isAttached = Client.CanEdit;
            await (
                _isAttached
                    ? Js.TryInvokeVoidAsync("LiveBoard.attachFiles", _key, _place, Options())
                    : Js.TryInvokeVoidAsync("LiveBoard.detachFiles", _key)
            );
        }
    }

    private string Options() =>
        JsonSerializer.Serialize(
            new
            {
                url = $"/b/{Client.BoardId}/cards/{Card.Id}/files",
                maxBytes = Quotas.File,
                words = new
                {
                    tooLarge = CardTexts.UploadTooLarge.With(MaxSize),
                    folder = CardTexts.UploadFolder,
                    offline = CardTexts.UploadOffline,
                    failed = CardTexts.UploadFailed,
                    tooMany = CardTexts.UploadTooMany,
                    signedOut = CardTexts.UploadSignedOut,
                    waiting = CardTexts.UploadWaiting,
                    storing = CardTexts.UploadStoring,
                    done = CardTexts.UploadDone,
                    cancel = CardTexts.UploadCancel,
                    dismiss = CardTexts.UploadDismiss,
                    retry = CardTexts.UploadRetry,
                },
            }
        );

    private void StartLink()
    {
        (_url, _name) = ("", "");
        _isLinking = _isFocusDue = !_isLinking;
    }

    private void NoteUrl(ChangeEventArgs change) => _url = change.Value as string ?? "";

    private void NoteName(ChangeEventArgs change) => _name = change.Value as string ?? "";

    private async Task AddLinkAsync()
    {
        var result = await Client.SendAsync(
            new AddLinkAttachment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                Url = _url,
                Name = _name,
            },
            CardTexts.LinkAdded
        );
        // What was refused stays in the fields.
        _isLinking = !result.IsDone;
    }
}
