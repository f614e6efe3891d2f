namespace Pupitre.Deliverables.Fec;

/// <summary>Who follows the reading of a file: the check of all rules, or the search for a few lines.</summary>
internal interface IFecSink
{
    void Header(FecHeader header);

    void EmptyLine(long number);

    void Line(FecLine line);

    /// <summary>An XML file departs from the official schema.</summary>
    void SchemaError(long number, FindingFact what);
}
