namespace Pupitre.Platform.Ui;

/// <summary>How much a button weighs. A page has at most one primary one.</summary>
public enum ButtonKind
{
    Plain,
    Primary,
    Danger,

    /// <summary>Looks like a link, acts like a button.</summary>
    Quiet,
}

internal static class ButtonKinds
{
    public static string ClassOf(ButtonKind kind) => kind switch
    {
        ButtonKind.Primary => "btn-primary",
        ButtonKind.Danger => "btn-outline-danger",
        ButtonKind.Quiet => "btn-link",
        _ => "btn-outline-secondary",
    };
}
