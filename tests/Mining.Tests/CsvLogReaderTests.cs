using System.Text;
using NodaTime;
using static Pupitre.Mining.Tests.Logs;

namespace Pupitre.Mining.Tests;

public class CsvLogReaderTests
{
    private const string Header = "Dossier;Activité;Date;Statut;Agent;Montant\n";

    [Fact]
    public void Columns_are_guessed_from_the_header_and_said()
    {
        using var reader = Open(Header + "1;Reçu;2026-06-01T10:00:00Z;start;Ann;12,50\n");

        var item = ReadAll(reader).ShouldHaveSingleItem();

        (item.Case, item.Activity, item.Transition, item.Resource).ShouldBe(("1", "Reçu", "start", "Ann"));
        item.Attributes.ShouldBe("Dossier=1|Activité=Reçu|Date=2026-06-01T10:00:00Z|Statut=start|Agent=Ann|Montant=12,50");
        reader.Guesses.Count.ShouldBe(6);
    }

    [Fact]
    public void Named_columns_are_not_guessed() => ReadAll(
        "a,b,c\nx,2026-06-01 10:00,y\n", new() { Case = "a", Time = "b", Activity = "c" }).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
        item => item.Case.ShouldBe("x"),
        item => item.Activity.ShouldBe("y"),
        item => item.Time.ShouldBe(Instant.FromUtc(2026, 6, 1, 10, 0)));

    [Fact]
    public void A_named_column_that_is_missing_is_refused_with_those_there_are() =>
        Should.Throw<UnreadableLog>(() => Open(Header, new() { Case = "Ticket" })).Message.ShouldContain("Dossier, Activité");

    [Fact]
    public void A_header_without_a_time_is_refused() => Should.Throw<UnreadableLog>(() => Open("case,activity\n1,A\n"));

    [Theory]
    [InlineData("13/05/2026", 2026, 5, 13, 0, 0, true)]
    [InlineData("13/05/26", 2026, 5, 13, 0, 0, true)]
    [InlineData("3.5.2026 8:05", 2026, 5, 3, 8, 5, false)]
    [InlineData("03/05/2026 14h05", 2026, 5, 3, 14, 5, false)]
    [InlineData("03/05/2026 2:05 PM", 2026, 5, 3, 14, 5, false)]
    [InlineData("2026-05-13", 2026, 5, 13, 0, 0, true)]
    [InlineData("2026/05/13 14:05:00", 2026, 5, 13, 14, 5, false)]
    [InlineData("2026-05-13T14:05:00.000000", 2026, 5, 13, 14, 5, false)]
    [InlineData("2026-05-13 14:05:00+02:00", 2026, 5, 13, 12, 5, false)]
    [InlineData("2026-05-13T14:05:00-0130", 2026, 5, 13, 15, 35, false)]
    [InlineData("2026-05-13 14:05:00 UTC", 2026, 5, 13, 14, 5, false)]
    [InlineData("13/May/26 2:15 PM", 2026, 5, 13, 14, 15, false)]
    [InlineData("13/mai/26 2:15 PM", 2026, 5, 13, 14, 15, false)]
    [InlineData("08-Apr-2024", 2024, 4, 8, 0, 0, true)]
    [InlineData("8 avr. 2024 12:35", 2024, 4, 8, 12, 35, false)]
    [InlineData("1er janvier 2026", 2026, 1, 1, 0, 0, true)]
    [InlineData("lundi 13 mai 2026", 2026, 5, 13, 0, 0, true)]
    [InlineData("mar. 3 mars 2026 à 9h05", 2026, 3, 3, 9, 5, false)]
    [InlineData("15 août 2026", 2026, 8, 15, 0, 0, true)]
    [InlineData("Wed 13 May 2026 09:30:00 +0200", 2026, 5, 13, 7, 30, false)]
    [InlineData("Mar 3 2026", 2026, 3, 3, 0, 0, true)]
    [InlineData("2026-05-13 14:05:00 +00", 2026, 5, 13, 14, 5, false)]
    public void Dates_are_iso_or_have_the_day_first_or_name_their_month(string text, int year, int month, int day, int hour, int minute, bool isDay) =>
        ReadAll("case;activity;time\n1;A;" + text).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            item => item.Time.ShouldBe(Instant.FromUtc(year, month, day, hour, minute)),
            item => item.IsDay.ShouldBe(isDay));

    [Theory]
    [InlineData("13/13/2026")]
    [InlineData("mai 2026")]
    [InlineData("31 avril 2026")]
    [InlineData("13 Maybe 2026")]
    [InlineData("someday 13 May 2026")]
    [InlineData("13 May 2026 soon")]
    [InlineData("May")]
    [InlineData("mar")]
    [InlineData("31/04/2026")]
    [InlineData("2026-02-30")]
    [InlineData("2026-05-13T24:01")]
    [InlineData("2026-05-13T10:00+25:00")]
    [InlineData("12")]
    [InlineData("2026-05-13T10:00:00Zulu")]
    [InlineData("")]
    public void A_date_that_is_none_leaves_the_event_out_with_its_line(string text)
    {
        using var reader = Open("case;activity;time\n1;A;" + text + "\n1;B;2026-01-01\n");

        ReadAll(reader).Count.ShouldBe(1);
        (reader.LeftOut.WithoutTime, reader.LeftOut.FirstLine).ShouldBe((1, 2));
    }

    [Fact]
    public void Naive_times_are_local_to_the_zone()
    {
        var options = new LogOptions { Zone = DateTimeZoneProviders.Tzdb["Europe/Paris"] };

        ReadAll("case;activity;time\n1;A;2026-06-01 10:00\n1;B;2026-03-29 02:30\n1;C;2026-10-25 02:30\n1;D;2026-06-01 10:00Z\n", options).Select(item => item.Time).ShouldBe(
        [
            Instant.FromUtc(2026, 6, 1, 8, 0),
            Instant.FromUtc(2026, 3, 29, 1, 0), // skipped: the first valid instant after the gap
            Instant.FromUtc(2026, 10, 25, 0, 30), // repeated: its first occurrence
            Instant.FromUtc(2026, 6, 1, 10, 0),
        ]);
    }

    [Fact]
    public void Fractions_are_kept_to_a_hundred_nanoseconds() =>
        ReadAll("case;activity;time\n1;A;2026-06-01T10:00:00.123456789Z").Single().Time.ShouldBe(Instant.FromUtc(2026, 6, 1, 10, 0).PlusTicks(1_234_567));

    [Theory]
    [InlineData(",")]
    [InlineData(";")]
    [InlineData("\t")]
    [InlineData("|")]
    public void The_separator_is_that_of_the_header(string separator) =>
        ReadAll(string.Join(separator, "case", "activity", "time") + "\n" + string.Join(separator, "1", "\"A, B; C\"", "2026-06-01")).Single().Activity.ShouldBe("A, B; C");

    [Fact]
    public void Quotes_hold_separators_line_ends_and_doubled_quotes_and_lines_stay_physical()
    {
        var events = ReadAll("case,activity,time\r\n1,\"a \"\"b\"\"\r\nc, d\",2026-06-01\r\n\r\n2,B,2026-06-02");

        events.Select(item => (item.Activity, item.Line)).ShouldBe([("a \"b\"\r\nc, d", 2L), ("B", 5L)]);
    }

    [Fact]
    public void Windows_1252_utf_8_and_a_mark_are_read()
    {
        var text = Header + "1;Reçu à l’accueil;2026-06-01;;;\n";
        var windows = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

        ReadAll(Open(windows.GetBytes(text))).Single().Activity.ShouldBe("Reçu à l’accueil");
        ReadAll(Open(Encoding.UTF8.GetBytes(text))).Single().Activity.ShouldBe("Reçu à l’accueil");
        ReadAll(Open([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)])).Single().Case.ShouldBe("1");
        ReadAll(Open([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)])).Single().Activity.ShouldBe("Reçu à l’accueil");
    }

    [Fact]
    public void A_byte_far_on_that_is_no_utf_8_is_read_as_windows_1252()
    {
        var rows = string.Concat(Enumerable.Repeat("1;plain;2026-06-01;;;\n", 5_000));
        byte[] bytes = [.. Encoding.ASCII.GetBytes("Dossier;Activite;Date;Statut;Agent;Montant\n" + rows + "2;re"), 0xe7, .. Encoding.ASCII.GetBytes("u;2026-06-01;;;\n")];

        ReadAll(Open(bytes))[^1].Activity.ShouldBe("reçu");
    }

    [Fact]
    public void A_nul_is_refused_with_its_line() => Should.Throw<UnreadableLog>(() => ReadAll("case,activity,time\n1,A\0,2026-06-01\n")).Line.ShouldBe(2);

    [Fact]
    public void Five_thousand_columns_are_read() => ReadAll(
        "case,activity,time," + string.Join(",", Enumerable.Range(0, 5_000).Select(i => "c" + i)) + "\n1,A,2026-06-01," + string.Join(",", Enumerable.Range(0, 5_000))).Single()
        .Attributes.ShouldEndWith("c4999=4999");

    [Fact]
    public void A_field_of_ten_megabytes_is_refused_with_its_line() =>
        Should.Throw<UnreadableLog>(() => ReadAll("case,activity,time\n1,A,2026-06-01\n2," + new string('x', 10_000_000) + ",2026-06-01")).Line.ShouldBe(3);

    [Fact]
    public void A_quote_that_is_never_closed_is_refused_with_its_line() => Should.Throw<UnreadableLog>(() => ReadAll("case,activity,time\n1,\"A,2026-06-01\n2,B,2026-06-01")).Line.ShouldBe(2);
}
