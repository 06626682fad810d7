using LiveBoard.Core.Boards;
using Microsoft.AspNetCore.Components.Web;

namespace LiveBoard.Web.Components.Dashboards;

/// <summary>The viewer wants a widget's menu.</summary>
/// <param name="Widget">Which one's.</param>
/// <param name="At">Where.</param>
public sealed record WidgetMenuRequest(WidgetSnapshot Widget, MouseEventArgs At);
