using System.Security.Cryptography;

namespace Pupitre.Product.Tests.Commands;

public class ClockCommandTests
{
    private const string Hours = """[["09:00","12:30"],["14:00","18:00"]]""";

    private const string W = $$$"""
        {"timeZone":"Europe/Paris","weekly":{"monday":{{{Hours}}},"tuesday":{{{Hours}}},"wednesday":{{{Hours}}},"thursday":{{{Hours}}},"friday":{{{Hours}}} },"holidays":{"zone":"metropole"} }
        """;

    [Theory]
    [InlineData(""" "op":"elapsed","from":"2026-05-07T17:00","to":"2026-05-11T10:00" """, """{"id":1,"seconds":7200}""")]
    [InlineData(""" "op":"elapsed","from":"2026-05-11T10:00","to":"2026-05-07T17:00" """, """{"id":1,"seconds":0}""")]
    [InlineData(""" "op":"elapsed","from":"2026-05-07T17:00:00.25","to":"2026-05-07T15:00:01Z" """, """{"id":1,"seconds":0.75}""")]
    [InlineData(""" "op":"add","from":"2026-05-13T15:00","seconds":28800 """, """{"id":1,"at":"2026-05-15T13:30:00Z","local":"2026-05-15T15:30:00"}""")]
    [InlineData(""" "op":"add","from":"2026-05-13T15:00:00.000001","seconds":0.5 """, """{"id":1,"at":"2026-05-13T13:00:00.500001Z","local":"2026-05-13T15:00:00.500001"}""")]
    [InlineData(""" "op":"subtract","from":"2026-05-11T10:00","seconds":7200.0 """, """{"id":1,"at":"2026-05-07T15:00:00Z","local":"2026-05-07T17:00:00"}""")]
    [InlineData(""" "op":"addDays","from":"2026-05-06T15:00","days":2 """, """{"id":1,"at":"2026-05-11T13:00:00Z","local":"2026-05-11T15:00:00"}""")]
    [InlineData(""" "op":"addDays","from":"2026-05-06T15:00","days":2,"endOfDay":true """, """{"id":1,"at":"2026-05-11T16:00:00Z","local":"2026-05-11T18:00:00"}""")]
    [InlineData(
        """ "op":"due","from":"2026-06-01T10:00","target":{"seconds":14400},"pauses":[["2026-06-01T11:00","2026-06-02T09:30"],["2026-06-02T10:00","2026-06-02T10:15"]] """,
        """{"id":1,"at":"2026-06-02T12:15:00Z","local":"2026-06-02T14:15:00","pausedSeconds":22500}""")]
    [InlineData(""" "op":"due","from":"2026-06-01T10:00","target":{"seconds":14400},"pauses":[["2026-06-01T11:00",null]] """, """{"id":1,"state":"paused"}""")]
    [InlineData(
        """ "op":"due","from":"2026-06-01T10:00","target":{"days":1,"endOfDay":true},"pauses":[["2026-06-05T11:00",null]] """,
        """{"id":1,"at":"2026-06-02T16:00:00Z","local":"2026-06-02T18:00:00","pausedSeconds":0}""")]
    public async Task Answers_a_question(string question, string answer)
    {
        var run = await ClockAsync(question);

        run.ShouldBe(new CommandRun(0, answer + Environment.NewLine, ""));
    }

    [Theory]
    [InlineData(""" "op":"elapsed","from":"2026-05-07T17:00" """, "to")]
    [InlineData(""" "op":"elapsed","from":"yesterday","to":"2026-05-07T17:00" """, "from")]
    [InlineData(""" "op":"elapsed","from":"1949-05-07T17:00","to":"2026-05-07T17:00" """, "from")]
    [InlineData(""" "op":"add","from":"0001-01-01T00:00","seconds":1 """, "from")]
    [InlineData(""" "op":"add","from":"9999-12-31T23:59","seconds":1 """, "from")]
    [InlineData(""" "op":"add","from":"2026-05-07T17:00","seconds":-1 """, "seconds")]
    [InlineData(""" "op":"add","from":"2026-05-07T17:00","seconds":"1" """, "seconds")]
    [InlineData(""" "op":"add","from":"2026-05-07T17:00","seconds":1e10 """, "seconds")]
    [InlineData(""" "op":"add","from":"2026-05-07T17:00","seconds":1e300 """, "seconds")]
    [InlineData(""" "op":"addDays","from":"2026-05-07T17:00","days":1.5 """, "days")]
    [InlineData(""" "op":"addDays","from":"2026-05-07T17:00","days":100000 """, "days")]
    [InlineData(""" "op":"addDays","from":"2026-05-07T17:00","days":1,"endOfDay":"yes" """, "endOfDay")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00" """, "target")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00","target":{} """, "target")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00","target":{"seconds":1,"days":1} """, "target")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00","target":{"days":-1} """, "target.days")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00","target":{"seconds":1},"pauses":[["2026-05-08T10:00","2026-05-08T09:00"]] """, "pauses[0]")]
    [InlineData(""" "op":"due","from":"2026-05-07T17:00","target":{"seconds":1},"pauses":[["2026-05-08T10:00"]] """, "pauses[0]")]
    [InlineData(""" "op":"divide" """, "op")]
    [InlineData(""" "from":"2026-05-07T17:00" """, "op")]
    public async Task A_bad_line_answers_with_the_field(string question, string field)
    {
        var run = await ClockAsync(question);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldStartWith($$"""{"id":1,"error":"{{field}}""");
        run.Error.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_calendar_without_weekly_opening_is_named() =>
        (await CommandRun.OfAsync("""{"id":"a","calendar":{"timeZone":"Europe/Paris","weekly":{}},"op":"add"}""", "clock", "--json"))
            .Output.ShouldStartWith("""{"id":"a","error":"calendar.weekly""");

    [Fact]
    public async Task The_other_lines_are_answered_in_their_order()
    {
        var good = $$"""{"id":{"n":2},"note":"kept","calendar":{{W}},"op":"elapsed","from":"2026-05-07T17:00","to":"2026-05-11T10:00"}""";

        var run = await CommandRun.OfAsync($"\uFEFFnonsense\r\n\n  \n{good}\r\n[1]\n{{\"id\":3}}\n{good}", "clock", "--json");

        run.ExitCode.ShouldBe(2);
        run.Lines.Length.ShouldBe(5);
        run.Lines[0].ShouldStartWith("""{"id":null,"error":""");
        run.Lines[1].ShouldBe("""{"id":{"n":2},"seconds":7200}""");
        run.Lines[2].ShouldStartWith("""{"id":null,"error":""");
        run.Lines[3].ShouldStartWith("""{"id":3,"error":"calendar""");
        run.Lines[4].ShouldBe(run.Lines[1]);
    }

    [Fact]
    public async Task Reads_gzip_by_its_bytes_and_a_dash_as_standard_input()
    {
        var run = await CommandRun.OfAsync(CommandRun.Gzip(Question), "clock", "-", "--json");

        run.ShouldBe(new CommandRun(0, """{"id":1,"seconds":7200}""" + Environment.NewLine, ""));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(2000)]
    public async Task A_truncated_gzip_writes_nothing(int missing)
    {
        var noise = Convert.ToHexString(RandomNumberGenerator.GetBytes(4000));
        var packed = CommandRun.Gzip(Question + "\n" + noise);

        var run = await CommandRun.OfAsync(packed[..^missing], "clock", "--json");

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Fact]
    public async Task A_missing_file_is_said_in_one_sentence()
    {
        var run = await CommandRun.OfAsync("", "clock", "/nowhere/questions.jsonl");

        run.ShouldBe(new CommandRun(2, "", run.Error));
        run.Error.ShouldContain("/nowhere/questions.jsonl");
    }

    [Theory]
    [InlineData("clock", "--loud")]
    [InlineData("clock", "a", "b")]
    [InlineData("tick")]
    [InlineData("holidays", "--zone", "metropole")]
    [InlineData("holidays", "--zone", "metropole", "--year", "soon")]
    [InlineData("holidays", "--zone", "bretagne", "--year", "2026")]
    [InlineData("holidays", "--zone", "metropole", "--year", "1949")]
    [InlineData("clock", "--lang", "de")]
    public async Task Bad_usage_is_exit_2_and_one_sentence(params string[] args)
    {
        var run = await CommandRun.OfAsync("", args);

        run.ExitCode.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.Trim().ShouldNotBeEmpty();
        run.Error.Trim().ShouldNotContain("\n");
    }

    [Theory]
    [InlineData("fr", "heure locale")]
    [InlineData("en", "local time")]
    public async Task People_get_a_table_in_their_language(string language, string heading)
    {
        var run = await CommandRun.OfAsync(
            Question + "\n" + Question.Replace("elapsed", "addDays").Replace("\"to\"", "\"days\":1,\"to\""), "clock", "--lang", language);

        run.Lines.Length.ShouldBe(3);
        run.Lines[0].ShouldContain(heading);
        run.Lines[2].ShouldContain("2026-05-11T17:00:00");
    }

    [Theory]
    [InlineData("clock", "--json")]
    [InlineData("terms", "--json")]
    [InlineData("holidays", "--year")]
    public async Task Help_documents_the_options(string command, string option)
    {
        var run = await CommandRun.OfAsync("", command, "--help");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldContain(option);
        run.Output.ShouldContain("--lang");
    }

    [Fact]
    public async Task Terms_answer_with_what_has_a_meaning()
    {
        var run = await CommandRun.OfAsync(
            """
            {"id":1,"start":"2024-08-28","months":12,"renewal":"tacit","renewalMonths":12,"noticeMonths":2}
            {"id":2,"start":"2024-08-28","months":1,"renewal":"tacit","noticeMonths":3,"on":"2026-02-11"}
            {"id":3,"start":"2024-08-28","end":"2025-01-01","renewal":"express","noticeDays":30,"zone":"la-reunion"}
            {"id":4,"start":"2026-08-28","months":12,"renewal":"none","postingDays":5}
            {"id":5,"start":"2024-08-28","months":12,"end":"2025-01-01","renewal":"none"}
            {"id":6,"start":"2024-08-28","months":12}
            {"id":7,"start":"2024-08-28","end":"2025-01-01","renewal":"tacit"}
            {"id":8,"start":"2024-02-30","months":12,"renewal":"none"}
            {"id":9,"start":"2026-01-01","months":1200,"renewal":"tacit","noticeMonths":6}
            {"id":10,"start":"9999-12-31","months":12,"renewal":"none"}
            """,
            "terms",
            "--json");

        run.ExitCode.ShouldBe(2);
        run.Lines[0].ShouldBe("""{"id":1,"termEnd":"2026-08-28","lastDay":"2026-08-27","expired":false,"noticeBy":"2026-06-27","postBy":"2026-06-23"}""");
        run.Lines[1].ShouldBe("""{"id":2,"termEnd":"2026-02-28","lastDay":"2026-02-27","expired":false,"noticeBy":"2026-02-27","postBy":"2026-02-24","lockedInUntil":"2026-05-28"}""");
        run.Lines[2].ShouldBe("""{"id":3,"termEnd":"2025-01-01","lastDay":"2024-12-31","expired":true}""");
        run.Lines[3].ShouldBe("""{"id":4,"termEnd":"2027-08-28","lastDay":"2027-08-27","expired":false}""");
        run.Lines[4].ShouldStartWith("""{"id":5,"error":"months""");
        run.Lines[5].ShouldStartWith("""{"id":6,"error":"renewal""");
        run.Lines[6].ShouldStartWith("""{"id":7,"error":"renewalMonths""");
        run.Lines[7].ShouldStartWith("""{"id":8,"error":"start""");
        run.Lines[8].ShouldBe("""{"id":9,"termEnd":"2126-01-01","lastDay":"2125-12-31","expired":false,"noticeBy":"2125-06-30"}""");
        run.Lines[9].ShouldStartWith("""{"id":10,"error":"start""");
    }

    [Fact]
    public async Task Holidays_are_a_list()
    {
        var run = await CommandRun.OfAsync("", "holidays", "--zone", "alsace-moselle", "--year", "2026", "--json", "--lang", "en");

        run.ExitCode.ShouldBe(0);
        run.Output.ShouldStartWith("""[{"date":"2026-01-01","name":"1er janvier"},{"date":"2026-04-03","name":"Vendredi saint"},""");
        run.Output.Trim().ShouldEndWith("""{"date":"2026-12-26","name":"2ème jour de Noël"}]""");
    }

    private static string Question => $$"""{"id":1,"calendar":{{W}},"op":"elapsed","from":"2026-05-07T17:00","to":"2026-05-11T10:00"}""";

    private static Task<CommandRun> ClockAsync(string question) => CommandRun.OfAsync($$"""{"id":1,"calendar":{{W}},{{question}}}""", "clock", "--json");
}
