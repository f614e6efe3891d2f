namespace Pupitre.Diagrams;

/// <summary>How large things are drawn; the sizes are those that editors of BPMN give.</summary>
internal static class NodeSizes
{
    public const double TaskWidth = 120;
    public const double TaskHeight = 80;
    public const double EventSize = 36;
    public const double GatewaySize = 50;
    public const double LabelWidth = 110;
    public const double LineHeight = 15;

    private const double DataWidth = 36;
    private const double DataHeight = 50;
    private const double NoteWidth = 150;
    private const double BorderStep = 44;

    public static (double Width, double Height) Of(BpmnElement element) => element.Kind switch
    {
        ElementKind.Event => (EventSize, EventSize),
        ElementKind.Gateway => (GatewaySize, GatewaySize),
        ElementKind.Data when element.Type.Contains("Store", StringComparison.Ordinal) => (DataHeight, DataHeight),
        ElementKind.Data => (DataWidth, DataHeight),
        ElementKind.Annotation => (NoteWidth, 12 + (LineHeight * Math.Clamp(Words.Wrap(element.Name, NoteWidth - 12, MaxNoteLines).Count, 1, MaxNoteLines))),
        _ => (TaskWidth, TaskHeight),
    };

    /// <summary>Room for the name of what is too small to hold it.</summary>
    public static double WordsBelow(BpmnElement element) => element.Kind is ElementKind.Event or ElementKind.Gateway or ElementKind.Data && element.Name.Length > 0
        ? 4 + (LineHeight * Words.Wrap(element.Name, LabelWidth, MaxLabelLines).Count)
        : 0;

    /// <summary>Middle of the n-th event on the lower border of a box.</summary>
    public static Spot BorderOf(Cell cell, int at, Box box) => new(box.Right - (EventSize * 0.8) - (Math.Min(BorderStep, (box.Width - EventSize) / Math.Max(1, cell.Borders.Count)) * at), box.Bottom);

    public const int MaxLabelLines = 4;
    public const int MaxNoteLines = 6;
}
