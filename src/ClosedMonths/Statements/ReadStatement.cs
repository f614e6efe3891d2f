using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Commitments;
using Pupitre.Kernel.Time;

namespace Pupitre.ClosedMonths.Statements;

/// <summary>
/// Reads the facts of a statement that <see cref="WriteStatement"/> wrote; results are left where they are, to be computed again.
/// </summary>
internal static class ReadStatement
{
    /// <exception cref="Refused">Something is missing or is not what it should be; the field is a JSON pointer below
    /// <c>/statement</c>.</exception>
    public static Statement Of(JsonElement json)
    {
        var root = new StatementJson(json, new StatementPath(null));
        var calendars = root.List(
            "calendars", item => new StatedCalendar(item["from"].Day, item["definition"].Read(CalendarDefinition.FromJson)));
        var left = Statement.MostObligations;
        return new Statement
        {
            AsOf = root["asOf"].Instant,
            Month = Month(root["month"]),
            Contract = Contract(root["contract"]),
            Company = Company(root["company"]),
            Calendars = calendars,
            Commitments = root.List("commitments", item => Commitment(item, calendars.Length, ref left)),
            Comments = root.List("comments", item => new StatedComment(Person(item["by"]), item["at"].Instant, item["text"].Digest)),
            Agreements = root.List("agreements", item => new StatedAgreement(Person(item["by"]), item["at"].Instant)),
            Credits = root.Find("credits") is { } credits ? ReadCredits.Of(credits) : null,
            Previous = root.Find("previous")?.Digest,
            Corrects = root.Find("corrects") is { } corrects
                ? new StatedCorrection(corrects["hash"].Digest, corrects.List("changes", Change)) : null,
        };
    }

    private static int Month(StatementJson json) =>
        OccurrenceKeys.MonthOf(json.Text) ?? throw json.Refuse(Texts.Statement_BadValue.With(json.Text));

    private static StatedContract Contract(StatementJson json) => new(json["id"].Id, json["title"].Digest, json.Find("provider")?.Digest);

    private static StatedCompany Company(StatementJson json)
    {
        var (dates, zone) = (json["dates"], json["holidays"]);
        var holidays = HolidayZones.TryParse(zone.Text, out var known) ? known
            : throw zone.Refuse(Texts.Statement_BadValue.With(zone.Text));
        return new(json["zone"].Text, holidays, new CompanyDates(
            Within(dates.Find("payDay"), 31), Within(dates.Find("vatDay"), 31), Within(dates["closingMonth"], 12)!.Value,
                Within(dates["closingDay"], 31)!.Value));
    }

    private static int? Within(StatementJson? json, int most) => json is not { } value ? null
        : value.Number is var number && number >= 1 && number <= most ? number
        : throw value.Refuse(Texts.Statement_BadValue.With(number));

    private static StatedPerson Person(StatementJson json) => new(json["side"].Word<Party>(), json["role"].Text, json["number"].Number);

    private static StatedChange Change(StatementJson json) => new(
        json["commitment"].Id, json["obligation"].Text, json.Find("was")?.Word<Standing>(), json["now"].Word<Standing>(),
            json.Find("file")?.Digest);

    private static StatedCommitment Commitment(StatementJson json, int calendars, ref int left)
    {
        var versions = json.List("versions", item => Version(item, calendars));
        if (versions.IsEmpty)
        {
            throw json.Refuse(Texts.Statement_Missing.With("versions"));
        }

        var obligations = json.List("obligations", Obligation);
        left -= obligations.Length;
        return left < 0 ? throw json.Refuse(Texts.Statement_TooMany.With(Statement.MostObligations)) : new StatedCommitment
        {
            Id = json["id"].Id,
            Name = json["name"].Digest,
            Performer = json["performer"].Word<Party>(),
            EnteredAt = json.Find("enteredAt")?.Instant,
            IsCarried = json.Flag("carried"),
            Versions = versions,
            Obligations = obligations,
        };
    }

    private static StatedVersion Version(StatementJson json, int calendars)
    {
        var rule = json["rule"].Read(CommitmentRule.FromJson);
        var places = json["calendars"].Json.ValueKind == JsonValueKind.Array ? json.List("calendars", item => item.Number)
            : throw json.Refuse(Texts.Statement_Missing.With("calendars"));
        if (places.Any(place => place < 0 || place >= calendars) || (places.IsEmpty && rule.Clock is not null))
        {
            throw json["calendars"].Refuse(Texts.Statement_NoSuchCalendar);
        }

        return new(json["from"].Day, rule, places, Percent(json.Find("target")), json.Flag("agreed"), json.Find("observed")?.Day);
    }

    private static decimal? Percent(StatementJson? json) => json is not { } text ? null
        : decimal.TryParse(text.Text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var percent) ? percent
        : throw text.Refuse(Texts.Statement_BadValue.With(text.Text));

    private static StatedObligation Obligation(StatementJson json) => new()
    {
        Key = json["key"].Text,
        Name = json.Find("name")?.Digest,
        KnownUntil = json.Find("knownUntil")?.Instant,
        IsOfStoplessSource = json.Flag("stopless"),
        Events = json.List("events", Event),
        Proofs = json.List("proofs", Proof),
        Prerequisite = json.Find("prerequisite") is { } needed ? new(needed["commitment"].Id, needed["key"].Text) : null,
        IsWaived = json.Flag("waived"),
        IsGivenUp = json.Flag("givenUp"),
        Delay = json.Find("delay") is { } delay ? new(delay["whose"].Word<Imputation>(), delay["reason"].Digest) : null,
        Dispute = json.Find("dispute") is { } dispute ? Dispute(dispute) : null,
    };

    private static StatedDispute Dispute(StatementJson json) => new(
        json["by"].Word<Party>(), json["at"].Instant, json["reason"].Digest,
            new DisputeClaim(json.Find("outcome")?.Word<Outcome>(), json.Find("delay")?.Word<Imputation>()),
        json.Find("agreedAt")?.Instant, json.Find("refusedAt")?.Instant);

    private static StatedEvent Event(StatementJson json) =>
        new(Time(json), json["source"].Word<SourceClass>(), json.Flag("confirmed"), Values(json.Find("values")), json.Flag("bound"));

    private static StatedProof Proof(StatementJson json) =>
        new(Time(json), json["source"].Word<SourceClass>(), json.Flag("confirmed"), json["role"].Word<ProofRole>(), json.Flag("bound"),
            json.Find("file")?.Digest);

    private static ImmutableArray<StatedValue> Values(StatementJson? json)
    {
        if (json is not { Json.ValueKind: JsonValueKind.Object } values)
        {
            return json is null ? [] : throw json.Value.Refuse(Texts.Statement_BadValue.With(json.Value.Json.ValueKind));
        }

        return [.. values.Json.EnumerateObject()
            .Select(member =>
                new StatedValue(member.Name, new StatementJson(member.Value, new StatementPath(values.Path, member.Name)).Text))];
    }

    private static EventTime Time(StatementJson json) =>
        json.Find("at") is { } at ? EventTime.At(at.Instant) : EventTime.On(json["on"].Day);
}
