namespace Pupitre.Deliverables.Fec;

/// <summary>Who follows the reading of a file: the check of all rules, or the search for a few lines.</summary>
/// <remarks>
/// Cutting lines and following them take two processors. What needs the line alone is told on the reader's own thread, as soon as the line is cut; <see
/// cref="Line"/> comes later, on another thread and in the same order. The two never touch the same state.
/// </remarks>
internal interface IFecSink
{
    /// <summary>The header, before any line; of XML, the columns of its schema.</summary>
    void Header(FecHeader header)
    {
    }

    void EmptyLine(long number)
    {
    }

    /// <summary>Columns of an XML file that its schema does not have, once it is read.</summary>
    void ExtraColumns(IReadOnlyCollection<string> names)
    {
    }

    /// <summary>A sign of an XML file for which the tax office's tool has no place: it ends there.</summary>
    void UnwritableSign(long number)
    {
    }

    /// <summary>
    /// A line as the tax office's tool cuts it. Of a flat file it is the one that is looked at next; an XML file is turned into lines first, and a bar or a line
    /// break inside a text then breaks one.
    /// </summary>
    void Judge(FecLine line)
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
