namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-09: a file without any data line goes no further; an empty line is an error.</summary>
internal sealed class Tcd09Lines() : OfficialRule("TCD-09", OfficialClass.E)
{
    private bool _hasLines;

    public override bool Stops => !_hasLines;

    public override void EmptyLine(long number) => Tally.Add(number);

    public override void Line(FecLine line) => _hasLines = true;

    public override void Misfit(FecLine line) => _hasLines = true;

    public override IEnumerable<OfficialFinding> Findings()
    {
        var word = FindingFact.OfWord(_hasLines ? "EmptyLines" : "NoLine");
        return Tally.Count > 0 ? [Found(OfficialClass.E, Tally, word)] : _hasLines ? [] : [new(Id, OfficialClass.E, 1, [], [word])];
    }
}
