namespace Pupitre.Mining.Tests;

public class CorpusTests
{
    [Theory]
    [InlineData("running-example.xes", 6, 42, 8)]
    [InlineData("receipt.xes.gz", 1_434, 8_577, 27)]
    [InlineData("road-traffic-fines.xes.gz", 150_370, 561_470, 11)]
    [InlineData("bpic2013-incidents.xes.gz", 7_554, 65_533, 4)]
    [InlineData("bpic2020-request-for-payment.xes.gz", 6_760, 36_072, 16)]
    public void Counts_of_a_public_log_are_those_of_its_description(string name, int cases, int events, int activities)
    {
        using var reader = LogFile.Open(File.OpenRead(Corpus.Log(name)));
        var seenCases = new HashSet<string>();
        var seenActivities = new HashSet<string>();
        var seen = 0;
        while (reader.Read())
        {
            seen++;
            seenCases.Add(reader.Case);
            seenActivities.Add(reader.Activity);
        }

        (seenCases.Count, seen, seenActivities.Count, reader.LeftOut.Total).ShouldBe((cases, events, activities, 0L));
    }
}
