using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Cards;
using LiveBoard.Web.Components.Boards;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class DescriptionEditor
{
    private ElementReference _input;
    private string _readText = "";
    private string _text = "";
    private string? _conflict;
    private bool _isWriting;
    private bool _isFocusDue;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFocusDue)
        {
            _isFocusDue = false;
            await _input.FocusAsync();
        }
    }

    private void Start()
    {
        _readText = _text = Card.Description;
        _conflict = null;
        _isWriting = _isFocusDue = true;
    }

    private void Note(ChangeEventArgs change) => _text = change.Value as string ?? "";

    private void Leave() => _isWriting = false;

    private Task KeepMineAsync()
    {
        _readText = _conflict!;
        return SaveAsync();
    }

    private async Task SaveAsync()
    {
        var result = await Client.SendAsync(
            new DescribeCard
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                Description = _text,
                ExpectedDescription = _readText,
            }
        );
        _conflict = result.Rejection is { Code: RejectionCode.ChangedMeanwhile } rejection
            ? rejection.Current ?? ""
            : null;
        _isWriting = !result.IsDone;
    }
}
