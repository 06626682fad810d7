using System.Globalization;
using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Boards;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>A widget's settings while somebody changes them. Belongs to its dialog.</summary>
public sealed class WidgetFormData
{
    private WidgetSettings _kept = WidgetSettings.Default;

    public WidgetKind Kind { get; init; }

    public string Title { get; set; } = "";

    public ISet<Guid> BoardIds { get; } = new HashSet<Guid>();

    public ISet<Guid> LabelIds { get; } = new HashSet<Guid>();

    public ISet<Guid> PersonIds { get; } = new HashSet<Guid>();

    public int Days { get; set; } = WidgetSettings.Default.Days;

    public WidgetUnit Unit { get; set; }

    public bool IsLeadTime { get; set; }

    public bool IsBurnUp { get; set; }

    /// <summary>A moment on the instance's clock, null for none.</summary>
    public DateTime? Until { get; set; }

    public Guid? FieldId { get; set; }

    public Guid? MetricId { get; set; }

    public string Target { get; set; } = "";

    public string Text { get; set; } = "";

    public string SearchText { get; set; } = "";

    public WidgetMeasure Measure { get; set; }

    public WidgetDue Due { get; set; }

    internal static WidgetFormData Of(WidgetSnapshot widget, DueDates dates)
    {
        var settings = widget.Settings;
        var form = new WidgetFormData
        {
            _kept = settings,
            Kind = widget.Kind,
            Title = widget.Title,
            Days = settings.Days,
            Unit = settings.Unit,
            IsLeadTime = settings.IsLeadTime,
            IsBurnUp = settings.IsBurnUp,
            Until = settings.UntilAt is { } until ? dates.ToLocal(until) : null,
            FieldId = settings.FieldId,
            MetricId = settings.MetricId,
            Target = settings.Target?.ToString(CultureInfo.InvariantCulture) ?? "",
            Text = settings.Text ?? "",
            SearchText = settings.SearchText ?? "",
            Measure = settings.Measure,
            Due = settings.DueFilter,
        };
        form.BoardIds.UnionWith(settings.BoardIds);
        form.LabelIds.UnionWith(settings.LabelIds);
        form.PersonIds.UnionWith(settings.PersonIds);
        return form;
    }

    /// <summary>The settings; what the form does not show stays as it was.</summary>
    internal WidgetSettings ToSettings(DueDates dates) =>
        (
            _kept with
            {
                BoardIds = [.. BoardIds],
                LabelIds = [.. LabelIds],
                PersonIds = [.. PersonIds],
                Days = Days,
                Unit = Unit,
                IsLeadTime = IsLeadTime,
                IsBurnUp = IsBurnUp,
                UntilAt = Until is { } local ? dates.ToUtc(local) : null,
                FieldId = FieldId,
                MetricId = MetricId,
                Target = double.TryParse(Target, NumberStyles.Float, CultureInfo.InvariantCulture, out var target)
                    ? target
                    : null,
                Text = Text,
                SearchText = SearchText,
                Measure = Measure,
                DueFilter = Due,
            }
        ).ToCanonical();
}
