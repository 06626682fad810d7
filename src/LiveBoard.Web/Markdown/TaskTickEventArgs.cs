using Microsoft.AspNetCore.Components;

namespace LiveBoard.Web.Markdown;

/// <summary>A task in a text was ticked, or the tick taken away. Made in the browser (boot/tasks.js).</summary>
public sealed class TaskTickEventArgs : EventArgs
{
    /// <summary>Where its sign stands in the text, in UTF-16 units; what the browser claims, not what is.</summary>
    public int Offset { get; set; }

    /// <summary>True when it was ticked.</summary>
    public bool IsDone { get; set; }
}

/// <summary>The product's own events.</summary>
[EventHandler("ontasktick", typeof(TaskTickEventArgs))]
public static class EventHandlers;
