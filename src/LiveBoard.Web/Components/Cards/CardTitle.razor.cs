using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Core.Live;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CardTitle
{
    private CardSnapshot? _renamedFrom;
    private TextClash? _clash;
    private bool _isRenaming;

    /// <summary>What was typed and is not the title.</summary>
    private string? _draft;
    private DraftKeeper _keeper = null!;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [CascadingParameter]
    private CardEditors? Editors { get; set; }

    [Inject]
    private DraftService Drafts { get; set; } = null!;

    private PersonSnapshot? Editor => Editors?.Of(CardFieldName.Title);

    private string TitleClass => Editor is { } editor ? $"ptitle edit p{editor.Color}" : "ptitle";

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _keeper = new DraftKeeper(Drafts, Client, Card.Id, CardDraftField.Title);
        if (Client.CanEdit)
        {
            var draft = await _keeper.ReadAsync();
            _draft = _isRenaming || draft == Card.Title ? _draft : draft;
        }
    }

    private void Start()
    {
        (_renamedFrom, _isRenaming) = (Card, true);
        Client.Edit(CardFieldName.Title, null);
    }

    private Task KeepAsync(string text)
    {
        _draft = string.IsNullOrWhiteSpace(text) || text == Card.Title ? null : text;
        Client.Edit(CardFieldName.Title, null);
        return StoreAsync();
    }

    private Task StoreAsync() => _keeper.KeepAsync(_draft ?? "");

    private async Task RenameAsync(string? title)
    {
        _isRenaming = false;
        Client.Edit(null, null);
        if (title is not null)
        {
            await RenameAsync(title, _renamedFrom!.Title);
        }
    }

    private async Task RenameAsync(string title, string expected)
    {
        var rename = new RenameCard
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            Title = title,
            ExpectedTitle = expected,
        };
        var result = await Client.SendAsync(rename, isClashShown: true);
        _clash = TextClash.Of(title, result);
        if (result.IsDone)
        {
            await ForgetAsync();
        }
    }

    private Task KeepTheirsAsync()
    {
        _clash = null;
        return ForgetAsync();
    }

    private Task ForgetAsync()
    {
        _draft = null;
        return StoreAsync();
    }
}
