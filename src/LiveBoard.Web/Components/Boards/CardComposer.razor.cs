using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Boards;

public sealed partial class CardComposer
{
    private ElementReference _input;
    private string _text = "";
    private int _round;
    private bool _isFocusDue = true;

    [Parameter, EditorRequired]
    public ColumnSnapshot Column { get; set; } = null!;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter]
    public bool IsAtTop { get; set; }

    [Parameter]
    public EventCallback OnClosed { get; set; }

    private string Label => BoardTexts.AddCardTo.With(Column.Name);

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

    private Task OnKeyAsync(KeyboardEventArgs key) =>
        key.Key == "Escape" && _text.Length == 0 ? OnClosed.InvokeAsync() : Task.CompletedTask;

    private async Task AddAsync()
    {
        var titles = _text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (titles.Length == 0)
        {
            return;
        }

        var result = await Client.SendAsync(
            new AddCards
            {
                BoardId = Client.BoardId,
                ColumnId = Column.Id,
                Titles = titles,
                IsAtTop = IsAtTop,
            }
        );
        if (result.IsDone)
        {
            _text = "";
            _round++;
            _isFocusDue = true;
        }
    }
}
