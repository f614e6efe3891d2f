namespace Pupitre.Deliverables.Fec;

/// <summary>TCD-14: amounts are written with a decimal comma and nothing between thousands. Those of more digits than can be held are listed too.</summary>
internal sealed class Tcd14Amounts() : OfficialRule("TCD-14", OfficialClass.E)
{
    private bool _hasTooLong;

    public override void Line(FecLine line)
    {
        if (line.DebitForm <= AmountForm.Allowed && line.CreditForm <= AmountForm.Allowed && line.CurrencyForm <= AmountForm.Allowed)
        {
            return;
        }

        _hasTooLong |= line.DebitForm == AmountForm.TooLong || line.CreditForm == AmountForm.TooLong || line.CurrencyForm == AmountForm.TooLong;
        Tally.Add(line.Number);
    }

    public override IEnumerable<OfficialFinding> Findings() =>
        Tally.Count > 0 ? [Found(OfficialClass.E, Tally, FindingFact.OfWord(_hasTooLong ? "SomeTooLong" : "Written"), FindingFact.Of(AmountText.MostDigits))] : [];
}
