using System.Globalization;
using Pupitre.ClosedMonths.Credits;
using Pupitre.Kernel.Hashing;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>Writes the credits of a statement, facts and what they come to, members in ordinal order.</summary>
internal sealed class WriteCredits(CanonicalWriter json)
{
    public void Run(StatedCredits credits, CreditSum sum)
    {
        json.Name("credits");
        json.BeginObject();
        Decimal("atRisk", credits.Terms.AtRiskPercent);
        Decimal("invoiced", credits.Invoiced);
        Text("period", JsonWords<CreditPeriod>.Of(credits.Terms.Period));
        Decimal("pool", credits.Terms.PoolPercent);
        Result(sum);
        List("rules", credits.Rules, Rule);
        json.EndObject();
    }

    private void Result(CreditSum sum)
    {
        json.Name("result");
        json.BeginObject();
        Decimal("cap", sum.Cap);
        List("lines", sum.Lines, line =>
        {
            Decimal("amount", line.Amount);
            Number("base", line.Count.Base);
            Number("kept", line.Count.Kept);
            Decimal("share", line.Share);
        });
        Decimal("sum", sum.Sum);
        Decimal("total", sum.Total);
        json.EndObject();
    }

    private void Rule(StatedCreditRule stated)
    {
        Decimal("allAt", stated.Rule.AllAt);
        Decimal("allocation", stated.Rule.Allocation);
        json.Name("before");
        json.BeginObject();
        Number("base", stated.Before.Base);
        Number("kept", stated.Before.Kept);
        json.EndObject();
        Text("commitment", stated.Commitment.ToString());
        Decimal("earnBackAt", stated.Rule.EarnBackAt);
        Decimal("nothingAt", stated.Rule.NothingAt);
        if (!stated.Rule.Steps.IsEmpty)
        {
            List("steps", stated.Rule.Steps, step =>
            {
                Decimal("below", step.Below);
                Decimal("share", step.Share);
            });
        }
    }

    private void List<T>(string name, IEnumerable<T> items, Action<T> write)
    {
        json.Name(name);
        json.BeginArray();
        foreach (var item in items)
        {
            json.BeginObject();
            write(item);
            json.EndObject();
        }

        json.EndArray();
    }

    // What is not said is left out.
    private void Decimal(string name, decimal? value)
    {
        if (value is { } number)
        {
            Text(name, number.ToString("0.######", CultureInfo.InvariantCulture));
        }
    }

    private void Text(string name, string value)
    {
        json.Name(name);
        json.Value(value);
    }

    private void Number(string name, int value)
    {
        json.Name(name);
        json.Value(value);
    }
}
