using MudBlazor;

namespace LiveBoard.Web.Components.Layout;

/// <summary>How the product's dialogs open: one measure, and one difference.</summary>
internal static class DialogKinds
{
    /// <summary>Stands over a board, which keeps what is done in it: Esc or a click beside it leads back.</summary>
    public static DialogOptions OverBoard { get; } =
        new()
        {
            MaxWidth = MaxWidth.Small,
            FullWidth = true,
            CloseButton = true,
            CloseOnEscapeKey = true,
        };

    /// <summary>Holds what is lost when it closes, a form begun or a link shown once: only its own buttons close it.</summary>
    public static DialogOptions Form { get; } = OverBoard with { CloseOnEscapeKey = false, BackdropClick = false };
}
