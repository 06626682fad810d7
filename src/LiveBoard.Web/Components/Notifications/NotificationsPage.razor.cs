using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Notifications;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Shared;
using LiveBoard.Web.Identity;
using LiveBoard.Web.Mail;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Options;

namespace LiveBoard.Web.Components.Notifications;

/// <summary>All that the viewer is told, and what they want to be told. Each choice is kept at once.</summary>
public sealed partial class NotificationsPage
{
    private NotificationWish? _wish;
    private Actor _actor;
    private string? _said;

    [Inject]
    private NotificationService Notifications { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    [Inject]
    private IOptions<MailSettings> Mail { get; set; } = null!;

    private bool IsMailed => Mail.Value.IsSet;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        _actor = await CurrentUser.GetActorAsync();
        _wish = await Notifications.ReadWishAsync(_actor);
    }

    private Task MarkAllAsync() => Notifications.MarkAsync(_actor, new NotificationMark());

    private Task ChooseModeAsync(ChangeEventArgs change) =>
        Enum.TryParse<NotificationMailMode>(change.Value as string, out var mode)
            ? KeepAsync(_wish! with { MailMode = mode })
            : Task.CompletedTask;

    private Task TellAsync(NotificationKind kind, ChangeEventArgs change) =>
        KeepAsync(_wish! with { Muted = change.Value is true ? _wish.Muted.Remove(kind) : _wish.Muted.Add(kind) });

    private Task MailAsync(NotificationKind kind, ChangeEventArgs change) =>
        KeepAsync(
            _wish! with
            {
                Unmailed = change.Value is true ? _wish.Unmailed.Remove(kind) : _wish.Unmailed.Add(kind),
            }
        );

    private async Task KeepAsync(NotificationWish wish)
    {
        var result = await Notifications.ChangeWishAsync(_actor, wish);
        if (result.IsDone)
        {
            _wish = wish;
        }

        _said = result.Refusal is { } refusal ? RefusalWords.Of(refusal) : NotificationTexts.Saved;
    }
}
