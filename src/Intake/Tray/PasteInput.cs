namespace Pupitre.Intake.Tray;

/// <summary>Cells copied out of a spreadsheet.</summary>
public sealed class PasteInput
{
    public string? Text { get; set; }
}
