namespace LiveBoard.Core.Live.Texts;

/// <summary>When what is typed reaches whom.</summary>
public static class CardTextTimes
{
    /// <summary>When nobody has typed for so long, the board hears of it.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>And after so long in any case.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>A cursor that did not move for so long is not shown.</summary>
    public static readonly TimeSpan PointerLasts = TimeSpan.FromSeconds(30);
}
