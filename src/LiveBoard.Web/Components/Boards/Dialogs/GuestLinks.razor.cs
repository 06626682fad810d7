using System.Globalization;
using LiveBoard.Core.Access;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Data;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Identity;

namespace LiveBoard.Web.Components.Boards.Dialogs;

public sealed partial class GuestLinks : IDisposable
{
    private const int MinPasswordLength = 8;

    private IReadOnlyList<GuestLinkListing> _links = [];
    private string? _name;
    private string? _password;
    private DateOnly? _until;
    private string? _made;
    private string? _refused;

    [Parameter, EditorRequired]
    public BoardClient Client { get; set; } = null!;

    [Inject]
    private GuestLinkService Links { get; set; } = null!;

    [Inject]
    private IPasswordHasher<ApplicationUser> Hasher { get; set; } = null!;

    [Inject]
    private Throttle Throttle { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private bool IsPrivate => Client.Board.Header.Visibility == BoardVisibility.Private;

    /// <inheritdoc />
    public void Dispose() => Client.Changed -= OnChanged;

    /// <inheritdoc />
    protected override Task OnInitializedAsync()
    {
        // Others may make and withdraw links meanwhile; each has the board handed over anew.
        Client.Changed += OnChanged;
        return ReadAsync();
    }

    private static string NameOf(GuestLinkListing link) => link.Name.Length > 0 ? link.Name : GuestTexts.Unnamed;

    private void OnChanged() =>
        _ = InvokeAsync(async () =>
        {
            await ReadAsync();
            StateHasChanged();
        });

    private async Task ReadAsync() => _links = await Links.ListAsync(Client.Actor, Client.BoardId);

    private string WordsOf(GuestLinkListing link)
    {
        List<string> words = [GuestTexts.MadeBy.With(link.CreatedBy, Day(link.CreatedAt))];
        if (link.HasPassword)
        {
            words.Add(GuestTexts.HasPassword);
        }

        if (link.ExpiresAt is { } end)
        {
            // It ends with the day before this moment.
            words.Add(GuestTexts.UntilDay.With(Day(end.AddSeconds(-1))));
        }

        if (link.IsResting)
        {
            words.Add(GuestTexts.Resting);
        }

        return string.Join(" · ", words);
    }

    private string Day(DateTime at) => Dates.ToLocal(at).ToString("d MMM yyyy", CultureInfo.CurrentCulture);

    private async Task MakeAsync()
    {
        _made = null;
        if (_password is { Length: > 0 and < MinPasswordLength })
        {
            _refused = GuestTexts.PasswordTooShort;
            return;
        }

        string? hash = null;
        if (!string.IsNullOrEmpty(_password))
        {
            using var turn = await Throttle.EnterHashingAsync(CancellationToken.None);
            if (!turn.IsAcquired)
            {
                _refused = AccountTexts.TooManyTries;
                return;
            }

            hash = Hasher.HashPassword(null!, _password);
        }

        var end = _until is { } day ? Dates.ToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue)) : (DateTime?)null;
        var result = await Links.CreateAsync(Client.Actor, Client.BoardId, new GuestLinkWish(_name, hash, end));
        _refused =
            result.Refusal == DirectoryRefusal.ValueInvalid ? GuestTexts.DayPast
            : result.Refusal is { } refusal ? RefusalWords.Of(refusal)
            : null;
        if (result.Value is { } secret)
        {
            _made = Navigation.ToAbsoluteUri($"share/{secret}").ToString();
            (_name, _password, _until) = (null, null, null);
        }

        await ReadAsync();
    }

    private async Task WithdrawAsync(Guid id)
    {
        var result = await Links.WithdrawAsync(Client.Actor, id);
        _refused = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : null;
        await ReadAsync();
    }
}
