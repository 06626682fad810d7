using LiveBoard.Core.Access;
using LiveBoard.Core.Access.Metrics;
using LiveBoard.Core.Boards;
using LiveBoard.Core.Commands;
using LiveBoard.Core.Commands.Widgets;
using LiveBoard.Web.Components.Boards;
using LiveBoard.Web.Texts;
using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Components.Dashboards;

public sealed partial class WidgetDialog
{
    private WidgetFormData? _form;
    private WidgetSnapshot? _read;
    private IReadOnlyList<DashboardSource> _sources = [];
    private IReadOnlyList<MetricListing> _series = [];
    private string? _refused;

    /// <summary>The widget to configure; null for a new one.</summary>
    [Parameter]
    public Guid? WidgetId { get; set; }

    [Inject]
    private DashboardSources Sources { get; set; } = null!;

    [Inject]
    private MetricService Metrics { get; set; } = null!;

    [Inject]
    private DueDates Dates { get; set; } = null!;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (WidgetId is { } id && Board.Widgets.TryGetValue(id, out var widget))
        {
            _read = widget;
            _form = WidgetFormData.Of(widget, Dates);
        }

        _sources = await Sources.ReadAsync(Client.Actor, Client.BoardId) ?? [];
        _series = (await Metrics.ListAsync(Client.Actor, Board.Header.WorkspaceId))?.Series ?? [];
    }

    private void Choose(WidgetKind kind) => (_form, _refused) = (new WidgetFormData { Kind = kind }, null);

    private async Task SaveAsync()
    {
        BoardCommand command = _read is null
            ? new AddWidget
            {
                BoardId = Client.BoardId,
                Kind = _form!.Kind,
                Title = _form.Title,
                Settings = _form.ToSettings(Dates),
            }
            : new ConfigureWidget
            {
                BoardId = Client.BoardId,
                WidgetId = _read.Id,
                Title = _form!.Title,
                ExpectedTitle = _read.Title,
                Settings = _form.ToSettings(Dates),
                ExpectedSettings = _read.Settings,
            };
        var result = await Client.SendAsync(
            command,
            (_read is null ? DashboardTexts.Added : DashboardTexts.Changed).With(
                _form.Title.Length > 0 ? _form.Title : WidgetWords.NameOf(_form.Kind)
            ),
            isClashShown: true
        );
        if (result.IsDone)
        {
            Close();
            return;
        }

        _refused = RejectionWords.Of(result.Rejection!);
        if (
            result.Rejection!.Code == RejectionCode.ChangedMeanwhile
            && Board.Widgets.GetValueOrDefault(_read!.Id) is { } now
        )
        {
            // Saving once more is the choice: it is made against what the other person wrote.
            _read = now;
        }
    }
}
