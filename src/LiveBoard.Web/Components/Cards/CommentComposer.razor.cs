using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CommentComposer
{
    /// <summary>Whoever pauses longer is not writing any more, as far as the others are concerned.</summary>
    private static readonly TimeSpan TypingLasts = TimeSpan.FromSeconds(6);

    private ElementReference _input;
    private string _begin = "";
    private string _text = "";
    private DraftKeeper _keeper = null!;
    private bool? _isKept;
    private int _round;
    private bool _isFocusDue;
    private CompletionScripts? _offering;
    private int _offeredRound = -1;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Inject]
    private IJSRuntime Js { get; set; } = null!;

    [CascadingParameter]
    private CardEditors? Editors { get; set; }

    [Inject]
    private DraftService Drafts { get; set; } = null!;

    private string Status =>
        _isKept switch
        {
            true => CardTexts.DraftKept,
            false => CardTexts.DraftNotKept,
            null => BoardTexts.MarkdownHint,
        };

    /// <summary>Puts somebody's words at the end of what is being written, as Markdown has it.</summary>
    public async Task QuoteAsync(string text)
    {
        var quoted = string.Join('\n', text.Split('\n').Select(line => $"> {line}"));
        var before = _text.Length == 0 ? "" : _text.TrimEnd() + "\n\n";
        Begin($"{before}{quoted}\n\n");
        await KeepAsync();
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => _offering?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>With the first focus: most who read a card say nothing.</summary>
    private async Task OfferAsync()
    {
        if (_offeredRound != _round)
        {
            _offeredRound = _round;
            _offering ??= new CompletionScripts(Js, Client);
            await _offering.AttachAsync(_input);
        }
    }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _keeper = new DraftKeeper(Drafts, Client, Card.Id, CardDraftField.Comment);
        if (await _keeper.ReadAsync() is { } draft && _text.Length == 0)
        {
            (_begin, _text, _isKept) = (draft, draft, true);
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFocusDue)
        {
            _isFocusDue = false;
            await _input.FocusAsync();
        }
    }

    /// <summary>The field anew, with other text in it: what stands in a field is the browser's, and is not set twice.</summary>
    private void Begin(string text)
    {
        (_begin, _text) = (text, text);
        _round++;
        _isFocusDue = true;
    }

    private Task NoteAsync(ChangeEventArgs change)
    {
        var text = change.Value as string ?? "";
        if (text == _text)
        {
            return Task.CompletedTask;
        }

        _text = text;
        Client.Edit(text.Length > 0 ? CardFieldName.Comment : null, TypingLasts);
        return KeepAsync();
    }

    private async Task KeepAsync() =>
        _isKept = await _keeper.KeepAsync(_text) ? (_text.Length > 0 ? true : null) : false;

    private async Task SendAsync()
    {
        // A draft that is still being kept would come back after it was sent.
        await _keeper.Keeping;
        if (string.IsNullOrWhiteSpace(_text))
        {
            return;
        }

        var result = await Client.SendAsync(
            new AddComment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                Text = _text,
            },
            CardTexts.CommentSent
        );
        if (result.IsDone)
        {
            _isKept = null;
            Client.Edit(null, null);
            Begin("");
        }
    }
}
