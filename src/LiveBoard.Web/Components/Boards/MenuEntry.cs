namespace LiveBoard.Web.Components.Boards;

/// <summary>One line of the page's menu.</summary>
internal sealed record MenuEntry(string Text, Func<Task> Do, bool IsDanger = false);
