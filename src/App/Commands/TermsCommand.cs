using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime;
using Pupitre.Kernel;
using Pupitre.Kernel.Time;

namespace Pupitre.App.Commands;

/// <summary><c>pupitre terms</c>: where contracts stand on a day, one per line.</summary>
internal sealed class TermsCommand(IClock clock)
{
    public static Command Create(Terminal terminal) => AnswerLines.Create("terms", Texts.Cli_Terms, terminal, new TermsCommand(terminal.Clock).Answer);

    private JsonObject Answer(JsonElement line)
    {
        var question = new Question(line);
        question.Required("renewal");
        var terms = new ContractTerms
        {
            Start = question.Date("start"),
            Months = question.OptionalInteger("months"),
            End = question.OptionalDate("end"),
            Renewal = question.Choice("renewal", Renewal.None, ("none", Renewal.None), ("tacit", Renewal.Tacit), ("express", Renewal.Express)),
            RenewalMonths = question.OptionalInteger("renewalMonths"),
            NoticeMonths = question.OptionalInteger("noticeMonths"),
            NoticeDays = question.OptionalInteger("noticeDays"),
            NoticeRunsFrom = question.Choice(
                "noticeRunsFrom",
                NoticeRunsFrom.Reception,
                ("reception", NoticeRunsFrom.Reception),
                ("firstPresentation", NoticeRunsFrom.FirstPresentation),
                ("sending", NoticeRunsFrom.Sending)),
            PostingDays = question.OptionalInteger("postingDays") ?? ContractTerms.DefaultPostingDays,
        };
        terms.Check();
        var zone = question.Part("zone") is null ? HolidayZone.Metropole : HolidayZones.Parse(question.Text("zone"));
        var day = question.OptionalDate("on") ?? Today();
        return Written(terms.On(day, zone));
    }

    private DateOnly Today() => clock.GetCurrentInstant().InZone(DateTimeZoneProviders.Tzdb.GetSystemDefault()).Date.ToDateOnly();

    private static JsonObject Written(TermState state)
    {
        var answer = new JsonObject();
        AddDate(answer, "termEnd", state.TermEnd ?? throw new Refused(Texts.Cli_Named.With("start", Texts.Terms_BeyondYears), "start"));
        AddDate(answer, "lastDay", state.LastDay);
        answer["expired"] = state.Expired;
        AddDate(answer, "noticeBy", state.NoticeBy);
        AddDate(answer, "postBy", state.PostBy);
        AddDate(answer, "lockedInUntil", state.LockedInUntil);
        return answer;
    }

    private static void AddDate(JsonObject answer, string name, DateOnly? date)
    {
        if (date is { } known)
        {
            answer[name] = Text(known);
        }
    }

    private static string Text(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
