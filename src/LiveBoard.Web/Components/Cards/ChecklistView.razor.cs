using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Checklists;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class ChecklistView
{
    private ElementReference _input;
    private string _text = "";
    private string _readName = "";
    private int _round;
    private TextClash? _clash;
    private bool _isFocusDue;
    private bool _isRenaming;
    private bool _isDoneHidden;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public ChecklistDetails Checklist { get; set; } = null!;

    private int Done => Checklist.Items.Count(i => i.IsDone);

    private int Percent => Checklist.Items.IsEmpty ? 0 : 100 * Done / Checklist.Items.Length;

    private IEnumerable<ChecklistItemDetails> Shown =>
        _isDoneHidden ? Checklist.Items.Where(i => !i.IsDone) : Checklist.Items;

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (!_isRenaming)
        {
            _readName = Checklist.Name;
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

    private void Note(ChangeEventArgs change) => _text = change.Value as string ?? "";

    private async Task AddAsync()
    {
        var texts = _text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (texts.Length == 0)
        {
            return;
        }

        var result = await Client.SendAsync(
            new AddChecklistItems
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ChecklistId = Checklist.Id,
                Texts = texts,
            }
        );
        if (result.IsDone)
        {
            _text = "";
            _round++;
            _isFocusDue = true;
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
        var rename = new RenameChecklist
        {
            BoardId = Client.BoardId,
            CardId = Card.Id,
            ChecklistId = Checklist.Id,
            Name = name,
            ExpectedName = expected,
        };
        _clash = TextClash.Of(name, await Client.SendAsync(rename, isClashShown: true));
    }

    private Task RemoveAsync() =>
        Client.SendAsync(
            new RemoveChecklist
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                ChecklistId = Checklist.Id,
            },
            BoardTexts.Deleted.With(Checklist.Name)
        );
}
