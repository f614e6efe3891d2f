namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-09: a file without any line after its header goes no further; an empty line is an error, and so is one of a single field.</summary>
internal sealed class Tcd09Lines() : OfficialRule("TCD-09", OfficialClass.E)
{
    /// <summary>Whether a line of several fields was seen.</summary>
    public bool HasLines { get; set; }

    public override bool Stops => !HasLines && Tally.Count == 0;

    public override void EmptyLine(long number) => Tally.Add(number);

    public override IEnumerable<OfficialFinding> Findings()
    {
        var word = FindingFact.OfWord(HasLines || Tally.Count > 0 ? "EmptyLines" : "NoLine");
        return Tally.Count > 0 ? [Found(OfficialClass.E, Tally, word)] : HasLines ? [] : [new(Id, OfficialClass.E, 1, [], [word])];
    }
}
