using LiveBoard.Core.Boards;
using LiveBoard.Web.Components.Dashboards.Charts;
using LiveBoard.Web.Components.Notifications;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;

namespace LiveBoard.EndToEnd.Tests;

/// <summary>A page with a chart of each kind, which the product does not have: it stands where the notifications are.</summary>
public sealed class ChartGallery : ComponentBase, IDisposable
{
    public const string Path = "notifications";

    /// <summary>What a board may well be called; short enough to be written out on a chart.</summary>
    public const string Hostile = $"<img src=x onerror={HostileText.Script}>";

    [Inject]
    private ChartFeed Feed { get; set; } = null!;

    /// <summary>Lets a product show this page.</summary>
    public static void AddTo(IServiceCollection services, ChartFeed feed)
    {
        services.AddSingleton(feed);
        services.AddScoped<IComponentActivator, Activator>();
    }

    public void Dispose() => Feed.Changed -= Show;

    protected override void OnInitialized() => Feed.Changed += Show;

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenComponent<PageTitle>(9);
        builder.AddComponentParameter(
            10,
            nameof(PageTitle.ChildContent),
            (RenderFragment)(title => title.AddContent(0, "Charts"))
        );
        builder.CloseComponent();
        builder.OpenElement(0, "div");
        builder.AddAttribute(1, "class", "page gallery");
        builder.OpenElement(2, "h1");
        builder.AddContent(3, "Charts");
        builder.CloseElement();
        foreach (var spec in Feed.Specs)
        {
            builder.OpenElement(4, "section");
            builder.SetKey(spec.Title);
            builder.AddAttribute(5, "aria-label", $"Widget {spec.Title}");
            builder.OpenComponent<ChartView>(6);
            builder.AddComponentParameter(7, nameof(ChartView.Spec), spec);
            builder.AddComponentParameter(8, nameof(ChartView.Height), spec.Kind == ChartKind.Sparkline ? 40 : 200);
            builder.CloseComponent();
            builder.CloseElement();
        }

        builder.CloseElement();
    }

    private void Show() => _ = InvokeAsync(StateHasChanged);

    /// <summary>Makes this page where another one is asked for.</summary>
    private sealed class Activator(IServiceProvider services) : IComponentActivator
    {
        public IComponent CreateInstance(Type componentType) =>
            componentType == typeof(NotificationsPage)
                ? new ChartGallery()
                : (IComponent)ActivatorUtilities.CreateInstance(services, componentType);
    }
}

/// <summary>The numbers behind the page, which change when a story says so.</summary>
public sealed class ChartFeed
{
    private static readonly DateOnly First = new(2026, 9, 1);

    private int _step;

    public event Action? Changed;

    public IReadOnlyList<ChartSpec> Specs { get; private set; } = Make(0);

    /// <summary>Every number that is 7 at first is one more.</summary>
    public void Go()
    {
        Specs = Make(++_step);
        Changed?.Invoke();
    }

    private static List<ChartSpec> Make(int step)
    {
        var days = new ChartAxis.Days([.. Enumerable.Range(0, 60).Select(First.AddDays)]);
        var columns = new ChartAxis.Categories(["Ready", ChartGallery.Hostile, "Done"]) { Name = "Column" };
        double? seven = 7 + step;
        return
        [
            Of(ChartKind.Bars, "Bars", columns, Row("Cards", ChartColor.Accent, [4, seven, 2])),
            Of(
                ChartKind.Bars,
                "Limits",
                columns,
                Row(ChartGallery.Hostile, ChartColor.Accent, [4, seven, 2]) with
                {
                    Limits = [8, 7, null],
                }
            ) with
            {
                IsHorizontal = true,
            },
            Of(
                ChartKind.Bars,
                "Stacked",
                columns,
                Row("Open", ChartColor.Label(LabelColor.Plum), [4, seven, 2]),
                Row(ChartGallery.Hostile, ChartColor.Person(2), [1, null, 3])
            ) with
            {
                IsStacked = true,
            },
            Of(
                ChartKind.StackedArea,
                "Flow",
                days,
                Row("Ready", ChartColor.Stage(0, 2), Days(i => 5 + (i % 3))),
                Row(ChartGallery.Hostile, ChartColor.Stage(1, 2), Days(i => i == 59 ? seven : 3 + (i % 4))),
                Row("Done", ChartColor.Done, Days(i => i))
            ),
            Of(
                ChartKind.Lines,
                "Burn-up",
                days,
                Row("Done", ChartColor.Accent, Days(i => i > 40 ? null : i * 0.75)),
                Row(ChartGallery.Hostile, ChartColor.Neutral, Days(i => i)) with
                {
                    IsDashed = true,
                }
            ) with
            {
                Marks = [new ChartMark(ChartGallery.Hostile, 40, ChartMarkAxis.Place, IsStrong: true)],
            },
            Of(
                ChartKind.Scatter,
                "Cycle time",
                days,
                new ChartSeries("Cards", ChartColor.Accent)
                {
                    Points = [new ChartPoint(30, 7 + step, ChartGallery.Hostile, "profile")],
                }
            ) with
            {
                Marks = [new ChartMark("85 %", 9), new ChartMark("95 %", 9.2)],
            },
            Of(ChartKind.Histogram, "Histogram", columns, Row("Cards", ChartColor.Good, [4, seven, 2])),
            Of(ChartKind.Sparkline, "Sparkline", columns, Row(ChartGallery.Hostile, ChartColor.Warn, [4, seven, 2])),
            Of(ChartKind.Bars, "Empty", columns, Row("Cards", ChartColor.Accent, [null, null, null])),
        ];
    }

    private static ChartSpec Of(ChartKind kind, string title, ChartAxis axis, params ChartSeries[] series) =>
        new()
        {
            Kind = kind,
            Title = title,
            Unit = "cards",
            Axis = axis,
            Series = [.. series],
        };

    private static ChartSeries Row(string name, ChartColor color, double?[] values) =>
        new(name, color) { Values = [.. values] };

    private static double?[] Days(Func<int, double?> value) => [.. Enumerable.Range(0, 60).Select(value)];
}
