using System.Collections.Immutable;
using LiveBoard.Core.Access;
using LiveBoard.Core.Data;
using LiveBoard.Web.Identity;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Pages.Administration;

/// <summary>The audit trail, for administrators of the instance. Not live: what one reads must stand still.</summary>
public sealed partial class AuditPage : IDisposable
{
    private readonly CancellationTokenSource _closing = new();
    private AuditFilter _filter = new();
    private ImmutableArray<AuditListing>? _entries;
    private bool _isRead;

    [Inject]
    private AccountDirectory Accounts { get; set; } = null!;

    [Inject]
    private CurrentUser CurrentUser { get; set; } = null!;

    /// <inheritdoc />
    public void Dispose()
    {
        _closing.Cancel();
        _closing.Dispose();
    }

    /// <inheritdoc />
    protected override Task OnInitializedAsync() => ReadAsync(_filter);

    private Task ChooseAsync(ChangeEventArgs change) =>
        ReadAsync(new AuditFilter(Enum.TryParse<AuditKind>($"{change.Value}", out var kind) ? kind : null));

    private Task EarlierAsync() => ReadAsync(_filter with { Before = _entries!.Value[^1].At });

    private Task NewestAsync() => ReadAsync(_filter with { Before = null });

    private async Task ReadAsync(AuditFilter filter)
    {
        _filter = filter;
        _entries = await Accounts.ReadAuditAsync(await CurrentUser.GetActorAsync(), filter, _closing.Token);
        _isRead = true;
    }
}
