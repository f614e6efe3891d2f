using CsCheck;
using Pupitre.Platform.Replies;

namespace Pupitre.Product.Tests.Mailboxes;

/// <summary>The first line of an answer settles something when it is clear, and nothing when it is not.</summary>
[Trait(TestDatabase.Trait, TestDatabase.None)]
public sealed class ReadAnswerTests
{
    private static readonly DateOnly _today = new(2026, 5, 20);

    [Theory]
    [InlineData("oui", AnswerWord.Yes)]
    [InlineData("OUI.", AnswerWord.Yes)]
    [InlineData("Bonjour,\n\nOui, c’est exact. Merci\n\nManon", AnswerWord.Yes)]
    [InlineData("Yes, thank you\n> non", AnswerWord.Yes)]
    [InlineData("C'est exact", AnswerWord.Yes)]
    [InlineData("non", AnswerWord.No)]
    [InlineData("Non : il manque le relevé de mai", AnswerWord.No)]
    [InlineData("No\n\nLe lun. 18 mai 2026 à 10:00, Pupitre a écrit :\n> oui", AnswerWord.No)]
    public void A_clear_word_is_read(string text, AnswerWord word) =>
        ReadAnswer.Of(text, _today).Whole.ShouldBe(new AnswerLine(null, word));

    [Theory]
    [InlineData("envoyé le 12/05", "2026-05-12")]
    [InlineData("Envoyés le 12 mai", "2026-05-12")]
    [InlineData("ENVOYE LE 1er avril 2026", "2026-04-01")]
    [InlineData("sent on 12/05/26", "2026-05-12")]
    [InlineData("Sent on 3 April, thanks", "2026-04-03")]
    [InlineData("envoyée le 2026-05-11", "2026-05-11")]
    [InlineData("envoyé le 24/12", "2025-12-24")]
    public void The_day_on_which_it_was_sent_is_read(string text, string day) =>
        ReadAnswer.Of(text, _today)
            .Whole.ShouldBe(new AnswerLine(null, AnswerWord.Sent, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("peut-être")]
    [InlineData("oui mais pas avant lundi")]
    [InlineData("oui ?")]
    [InlineData("ouistiti")]
    [InlineData("no problem")]
    [InlineData("non, pas de souci")]
    [InlineData("envoyé le 31/02")]
    [InlineData("envoyé le 12/05/2027")]
    [InlineData("envoyé hier")]
    [InlineData("oui\nnon")]
    [InlineData("1 oui\n1 non")]
    [InlineData("1 oui\n2 peut-être")]
    [InlineData("> oui")]
    [InlineData("-----Original Message-----\noui")]
    [InlineData("Envoyé de mon iPhone")]
    [InlineData("")]
    public void What_is_not_clear_is_nothing(string text) => ReadAnswer.Of(text, _today).IsClear.ShouldBeFalse();

    [Fact]
    public void Each_number_has_its_answer()
    {
        var answer = ReadAnswer.Of("1. oui\n2) non\n\n3 envoyé le 12/05\nCordialement\n> 1. non", _today);

        answer.Whole.ShouldBeNull();
        answer[1]!.Word.ShouldBe(AnswerWord.Yes);
        answer[2]!.Word.ShouldBe(AnswerWord.No);
        answer[3].ShouldBe(new AnswerLine(3, AnswerWord.Sent, new DateOnly(2026, 5, 12)));
        answer[4].ShouldBeNull();
    }

    [Fact]
    public void The_reason_of_a_no_is_kept() => ReadAnswer.Of("Non : le seuil est trop bas\nVoir notre lettre.\n> cité", _today)
        .Rest.ShouldBe("le seuil est trop bas\nVoir notre lettre.");

    // Whatever stands below the quote, the answer is the same; and whatever is written, reading ends and invents no future day.
    [Fact]
    public void What_is_quoted_changes_nothing() =>
        Gen.Select(Gen.Int[0, 3].Select(place => new[] { "oui", "non", "envoyé le 12/05", "peut-être" }[place]), Gen.String)
        .Sample((line, below) =>
            ReadAnswer.Of(line + "\n\n> " + below.ReplaceLineEndings(" ") + "\n" + below, _today)
                .Lines.SequenceEqual(ReadAnswer.Of(line, _today).Lines));

    [Fact]
    public void Any_text_is_read_and_no_day_lies_ahead() => Gen.String.Sample(text =>
        ReadAnswer.Of(text, _today).Lines.All(line => line.On is null || line.On <= _today));

    [Theory]
    [InlineData("0")]
    [InlineData("oui ")]
    [InlineData("1 ")]
    [InlineData("le a ")]
    [InlineData("envoyé le ")]
    public void A_hostile_length_is_read_in_no_time(string piece) =>
        ReadAnswer.Of(string.Concat(Enumerable.Repeat(piece, 200_000)), _today).Lines.Count.ShouldBeLessThan(2);
}
