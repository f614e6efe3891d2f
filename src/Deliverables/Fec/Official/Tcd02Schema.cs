namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-02: a file that begins with <c>&lt;?xml</c> is valid against the official schema. The lines are those of the XML.</summary>
internal sealed class Tcd02Schema
{
    private readonly LineTally _tally = new();
    private FindingFact _first;

    public void Add(long line, FindingFact what)
    {
        _first = _tally.Count == 0 ? what : _first;
        _tally.Add(line);
    }

    public OfficialFinding? Find() => _tally.Count > 0 ? new("TCD-02", OfficialClass.E, _tally.Count, _tally.Lines, [_first]) : null;
}
