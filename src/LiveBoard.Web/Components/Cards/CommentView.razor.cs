using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands.Comments;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Cards;

public sealed partial class CommentView
{
    private ElementReference _input;
    private string _readText = "";
    private string _text = "";
    private bool _isEditing;
    private bool _isFocusDue;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Parameter, EditorRequired]
    public CardSnapshot Card { get; set; } = null!;

    [Parameter, EditorRequired]
    public CommentDetails Comment { get; set; } = null!;

    /// <summary>Told the text to be quoted.</summary>
    [Parameter]
    public EventCallback<string> OnQuote { get; set; }

    [Inject]
    private DueDates Dates { get; set; } = null!;

    private string AuthorName => Comment.Author?.Name ?? BoardTexts.Somebody;

    private string SheetName => $"react-{Comment.Id:N}";

    private bool IsOwn => Comment.Author?.Id == Client.Actor.PersonId;

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_isFocusDue)
        {
            _isFocusDue = false;
            await _input.FocusAsync();
        }
    }

    private static string Names(ReactionDetails reaction) => string.Join(", ", reaction.People.Select(p => p.Name));

    private bool IsMine(ReactionDetails reaction) => reaction.People.Any(p => p.Id == Client.Actor.PersonId);

    private void Start()
    {
        _readText = _text = Comment.Text;
        _isEditing = _isFocusDue = true;
    }

    private void Note(ChangeEventArgs change) => _text = change.Value as string ?? "";

    private async Task SaveAsync()
    {
        var result = await Client.SendAsync(
            new EditComment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                CommentId = Comment.Id,
                Text = _text,
                ExpectedText = _readText,
            }
        );
        // What was refused stays in the field.
        _isEditing = !result.IsDone;
    }

    private Task ReactAsync(string sign, bool isOn) =>
        Client.SendAsync(
            new ReactToComment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                CommentId = Comment.Id,
                Sign = sign,
                IsOn = isOn,
            }
        );

    private Task RemoveAsync() =>
        Client.SendAsync(
            new RemoveComment
            {
                BoardId = Client.BoardId,
                CardId = Card.Id,
                CommentId = Comment.Id,
            },
            CardTexts.CommentRemoved
        );
}
