namespace Pupitre.Deliverables.Fec;

/// <summary>Where the tax office's tool ends without any report: what is in the file, as information, and what to change.</summary>
internal sealed class Tcd03Ends() : OfficialRule("TCD-03", OfficialClass.I)
{
    private readonly LineTally _signs = new();

    /// <summary>A sign of an XML file beyond those of ISO 8859-1.</summary>
    public void UnwritableSign(long number) => _signs.Add(number);

    /// <summary>It turns Montant and Sens into Debit and Credit first, and stops at a line without Sens.</summary>
    public override void EmptyLine(long number) => Tally.AddIf(Header.IsConverted, number);

    public override IEnumerable<OfficialFinding> Findings()
    {
        if (Header.HasNameless)
        {
            yield return FoundInHeader(OfficialClass.I, 1, FindingFact.OfWord("EndsColumns"));
        }

        if (Tally.Count > 0)
        {
            yield return Found(OfficialClass.I, Tally, FindingFact.OfWord("EndsEmptyLine"));
        }

        if (_signs.Count > 0)
        {
            yield return Found(OfficialClass.I, _signs, FindingFact.OfWord("EndsSigns"));
        }
    }
}
