namespace Pupitre.Deliverables.Fec;

/// <summary>Who follows the reading of a file: the check of all rules, or the search for a few lines.</summary>
/// <remarks>
/// Cutting lines and following them take two processors. What needs the line alone is told on the reader's own thread, as soon as the line is cut; <see
/// cref="Line"/> comes later, on another thread and in the same order. The two never touch the same state.
/// </remarks>
internal interface IFecSink
{
    /// <summary>The header of a flat file, before any line.</summary>
    void Header(FecHeader header)
    {
    }

    void EmptyLine(long number)
    {
    }

    /// <summary>A line that was just cut.</summary>
    void Look(FecLine line)
    {
    }

    /// <summary>The same line, once all lines before it were followed.</summary>
    void Line(FecLine line);

    /// <summary>An XML file departs from the official schema.</summary>
    void SchemaError(long number, FindingFact what)
    {
    }
}
