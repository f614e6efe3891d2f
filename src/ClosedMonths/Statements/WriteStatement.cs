using System.Globalization;
using NodaTime;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Hashing;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Writes a statement as RFC 8785 JSON, members in ordinal order: what <see cref="ReadStatement"/> reads, with its results beside the
/// facts. docs/statement.md has the form.
/// </summary>
internal sealed class WriteStatement
{
    private const int BytesPerObligation = 700;

    private readonly Statement _statement;
    private readonly StatementResults _results;
    private readonly CanonicalWriter _json;

    private WriteStatement(Statement statement, StatementResults results)
    {
        (_statement, _results) = (statement, results);
        _json = new CanonicalWriter(4096 + (BytesPerObligation * statement.Commitments.Sum(commitment => commitment.Obligations.Length)));
    }

    /// <summary>The bytes that are hashed.</summary>
    public static byte[] Run(Statement statement, StatementResults results)
    {
        var writer = new WriteStatement(statement, results);
        writer.Whole();
        return writer._json.Written.ToArray();
    }

    private void Whole()
    {
        _json.BeginObject();
        List("agreements", _statement.Agreements, agreement =>
        {
            Text("at", WireTime.Utc(agreement.At));
            Person("by", agreement.By);
        });
        Text("asOf", WireTime.Utc(_statement.AsOf));
        List("calendars", _statement.Calendars, calendar =>
        {
            _json.Name("definition");
            CanonicalJson.Write(_json, calendar.Definition.ToJson());
            Text("from", RuleJson.DateText(calendar.From));
        });
        List("comments", _statement.Comments, comment =>
        {
            Text("at", WireTime.Utc(comment.At));
            Person("by", comment.By);
            Text("text", comment.Text);
        });
        _json.Name("commitments");
        _json.BeginArray();
        for (var place = 0; place < _statement.Commitments.Length; place++)
        {
            Commitment(_statement.Commitments[place], _results.Commitments[place]);
        }

        _json.EndArray();
        Company(_statement.Company);
        Contract(_statement.Contract);
        Correction(_statement.Corrects);
        if (_statement.Credits is { } credits && _results.Credits is { } sum)
        {
            new WriteCredits(_json).Run(credits, sum);
        }

        Text("month", OccurrenceKeys.OfMonth(_statement.Month));
        Text("previous", _statement.Previous);
        Number("schema", _statement.WrittenSchema);
        _json.EndObject();
    }

    private void Company(StatedCompany company)
    {
        _json.Name("company");
        _json.BeginObject();
        _json.Name("dates");
        _json.BeginObject();
        Number("closingDay", company.Dates.ClosingDay);
        Number("closingMonth", company.Dates.ClosingMonth);
        Number("payDay", company.Dates.PayDay);
        Number("vatDay", company.Dates.VatDay);
        _json.EndObject();
        Text("holidays", HolidayZones.Code(company.Holidays));
        Text("zone", company.Zone);
        _json.EndObject();
    }

    private void Contract(StatedContract contract)
    {
        _json.Name("contract");
        _json.BeginObject();
        Text("id", contract.Id.ToString());
        Text("provider", contract.Provider);
        Text("title", contract.Title);
        _json.EndObject();
    }

    private void Correction(StatedCorrection? correction)
    {
        if (correction is null)
        {
            return;
        }

        _json.Name("corrects");
        _json.BeginObject();
        List("changes", correction.Changes, change =>
        {
            Text("commitment", change.Commitment.ToString());
            Text("file", change.File);
            Text("now", JsonWords<Standing>.Of(NowOf(change)));
            Text("obligation", change.Obligation);
            Text("was", change.Was is { } was ? JsonWords<Standing>.Of(was) : null);
        });
        Text("hash", correction.Hash);
        _json.EndObject();
    }

    // What a changed obligation is now is computed as everything is.
    private Standing NowOf(StatedChange change)
    {
        for (var place = 0; place < _statement.Commitments.Length; place++)
        {
            var commitment = _statement.Commitments[place];
            for (var at = 0; commitment.Id == change.Commitment && at < commitment.Obligations.Length; at++)
            {
                if (commitment.Obligations[at].Key == change.Obligation)
                {
                    return _results.Commitments[place].Obligations[at].Standing;
                }
            }
        }

        return change.Now;
    }

    private void Commitment(StatedCommitment commitment, CommitmentResult result)
    {
        _json.BeginObject();
        Flag("carried", commitment.IsCarried);
        Text("enteredAt", commitment.EnteredAt is { } at ? WireTime.Utc(at) : null);
        Text("id", commitment.Id.ToString());
        Text("name", commitment.Name);
        _json.Name("obligations");
        _json.BeginArray();
        for (var at2 = 0; at2 < commitment.Obligations.Length; at2++)
        {
            Obligation(commitment.Obligations[at2], result.Obligations[at2]);
        }

        _json.EndArray();
        Text("performer", JsonWords<Party>.Of(commitment.Performer));
        if (result.Totals is { } totals)
        {
            Totals(totals);
        }

        List("versions", commitment.Versions, Version);
        _json.EndObject();
    }

    private void Version(StatedVersion version)
    {
        Flag("agreed", version.IsAgreed);
        _json.Name("calendars");
        _json.BeginArray();
        foreach (var place in version.Calendars)
        {
            _json.Value(place);
        }

        _json.EndArray();
        Text("from", RuleJson.DateText(version.From));
        Text("observed", _statement.Credits is not null && version.ObservedUntil is { } until ? RuleJson.DateText(until) : null);
        _json.Name("rule");
        CanonicalJson.Write(_json, version.Rule.ToJson());
        Text("target", version.TargetPercent?.ToString("0.####", CultureInfo.InvariantCulture));
    }

    private void Obligation(StatedObligation item, in ObligationResult result)
    {
        _json.BeginObject();
        if (item.Delay is { } delay)
        {
            _json.Name("delay");
            _json.BeginObject();
            Text("reason", delay.Reason);
            Text("whose", JsonWords<Imputation>.Of(delay.Whose));
            _json.EndObject();
        }

        Dispute(item.Dispute);
        List("events", item.Events, Event);
        Flag("givenUp", item.IsGivenUp);
        Text("key", item.Key);
        Text("knownUntil", item.KnownUntil is { } known ? WireTime.Utc(known) : null);
        Text("name", item.Name);
        if (item.Prerequisite is { } needed)
        {
            _json.Name("prerequisite");
            _json.BeginObject();
            Text("commitment", needed.Commitment.ToString());
            Text("key", needed.Key);
            _json.EndObject();
        }

        List("proofs", item.Proofs, Proof);
        Result(result);
        Flag("stopless", item.IsOfStoplessSource);
        Flag("waived", item.IsWaived);
        _json.EndObject();
    }

    private void Dispute(StatedDispute? dispute)
    {
        if (dispute is null)
        {
            return;
        }

        _json.Name("dispute");
        _json.BeginObject();
        Text("agreedAt", dispute.AgreedAt is { } agreed ? WireTime.Utc(agreed) : null);
        Text("at", WireTime.Utc(dispute.At));
        Text("by", JsonWords<Party>.Of(dispute.By));
        Text("delay", dispute.Claim.Delay is { } delay ? JsonWords<Imputation>.Of(delay) : null);
        Text("outcome", dispute.Claim.Outcome is { } outcome ? JsonWords<Outcome>.Of(outcome) : null);
        Text("reason", dispute.Reason);
        Text("refusedAt", dispute.RefusedAt is { } refused ? WireTime.Utc(refused) : null);
        _json.EndObject();
    }

    private void Event(StatedEvent item)
    {
        At(item.Time);
        Flag("bound", item.IsUpperBound);
        Flag("confirmed", item.Confirmed);
        OnDay(item.Time);
        Text("source", JsonWords<SourceClass>.Of(item.Source));
        if (item.Values.IsEmpty)
        {
            return;
        }

        _json.Name("values");
        _json.BeginObject();
        foreach (var (name, value) in item.Values)
        {
            Text(name, value);
        }

        _json.EndObject();
    }

    private void Proof(StatedProof proof)
    {
        At(proof.Time);
        Flag("bound", proof.IsUpperBound);
        Flag("confirmed", proof.Confirmed);
        Text("file", proof.File);
        OnDay(proof.Time);
        Text("role", JsonWords<ProofRole>.Of(proof.Role));
        Text("source", JsonWords<SourceClass>.Of(proof.Source));
    }

    private void Result(in ObligationResult result)
    {
        _json.Name("result");
        _json.BeginObject();
        Text("declared", JsonWords<Outcome>.Of(result.Declared));
        Text("delay", result.Delay is { } delay ? JsonWords<Imputation>.Of(delay) : null);
        Flag("disputed", result.IsDisputed);
        Text("due", result.Due is { } due ? WireTime.Utc(due) : null);
        Text("evidenced", JsonWords<Outcome>.Of(result.Evidenced));
        Text("late", result.Late > Duration.Zero ? Seconds(result.Late) : null);
        Text("month", OccurrenceKeys.OfMonth(result.Month));
        Text("place", JsonWords<Place>.Of(result.Place));
        Text("proven", JsonWords<Outcome>.Of(result.Proven));
        Text("running", result.Running is { } running ? Seconds(running) : null);
        Text("standing", JsonWords<Standing>.Of(result.Standing));
        Text("stop", result.Stop is not { } stop ? null : stop.Day is { } day ? RuleJson.DateText(day) : WireTime.Utc(stop.Instant!.Value));
        Number("version", result.Version);
        _json.EndObject();
    }

    private void Totals(StatementTotals totals)
    {
        var tally = totals.Counted;
        _json.Name("totals");
        _json.BeginObject();
        Number("all", tally.All);
        Number("base", tally.Base);
        Number("differing", tally.Differing);
        Number("disputed", tally.Disputed);
        Number("earlier", totals.Earlier);
        Number("evidenced", tally.Evidenced);
        Number("evidencedBase", tally.EvidencedBase);
        Number("excused", tally.Excused);
        Number("ifAdmittedBase", tally.BaseIfAdmitted);
        Number("ifAdmittedKept", tally.KeptIfAdmitted);
        Number("kept", tally.Kept);
        Number("open", totals.Open);
        Number("proven", tally.Proven);
        Number("provenBase", tally.ProvenBase);
        _json.Name("standings");
        _json.BeginObject();
        foreach (var (word, standing) in JsonWords<Standing>.Ordered)
        {
            if (tally[standing] > 0)
            {
                Number(word, tally[standing]);
            }
        }

        _json.EndObject();
        _json.EndObject();
    }

    private void Person(string name, StatedPerson person)
    {
        _json.Name(name);
        _json.BeginObject();
        Number("number", person.Number);
        Text("role", person.Role);
        Text("side", JsonWords<Party>.Of(person.Side));
        _json.EndObject();
    }

    // What a moment is called says what is known of it: "at" an instant, "on" a day.
    private void At(EventTime time) => Text("at", time.Instant is { } instant ? WireTime.Utc(instant) : null);

    private void OnDay(EventTime time) => Text("on", time.Day is { } day ? RuleJson.DateText(day) : null);

    private void List<T>(string name, IReadOnlyCollection<T> items, Action<T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        _json.Name(name);
        _json.BeginArray();
        foreach (var item in items)
        {
            _json.BeginObject();
            write(item);
            _json.EndObject();
        }

        _json.EndArray();
    }

    // What is not known, or not so, is left out.
    private void Text(string name, string? value)
    {
        if (value is not null)
        {
            _json.Name(name);
            _json.Value(value);
        }
    }

    private void Number(string name, int? value)
    {
        if (value is { } number)
        {
            _json.Name(name);
            _json.Value(number);
        }
    }

    private void Flag(string name, bool value)
    {
        if (value)
        {
            _json.Name(name);
            _json.Value(value: true);
        }
    }

    private static string Seconds(Duration length) => RuleJson.Seconds(length).ToString("0.#######", CultureInfo.InvariantCulture);
}
