namespace Pupitre.Mining.Tests.Text;

public class CsvDialectTests
{
    [Theory]
    [InlineData("Dossier;Objet;Posée le\nA1;un, deux, trois;04/05/2026\nA2;un, deux, trois;06/05/2026;\nA3;un, deux, trois;06/05/2026;\n", ';')]
    [InlineData("Dossier;Objet;Posée le\nA1;un, deux, trois;04/05/2026\nA2;un, deux, trois;06/05/2026\nA3;un, deux, trois;06/05/2026\n", ';')]
    [InlineData("Dossier;Objet;Posée le;Répondue le\nA1;un, deux, trois;04/05/2026\nA2;un, deux, trois\nA3;un, deux, trois;06/05/2026\n", ';')]
    [InlineData("case,note,time\n1,\"a;b;c;d\",2026-01-01\n2,\"a;b;c;d\",2026-01-02\n", ',')]
    [InlineData("case,note,time\n1,\"a;b;\nc;d\",2026-01-01\n2,\"a;\"\"b;c;d\",2026-01-02\n", ',')]
    [InlineData("\"case;number\",\"note\",\"time;zone;place\"\n1,b,2026-01-01\n", ',')]
    [InlineData("case\tnote\ttime\n1\ta, b, c, d\t2026-01-01\n1\ta, b, c, d\t2026-01-01\n", '\t')]
    [InlineData("case|note|time\n1|a;b;c;d|2026-01-01\n1|a;b;c;d|2026-01-01\n", '|')]
    [InlineData("Export, du 13 mai\n\nDossier;Montant;Date\nA1;12,50;04/05/2026\nA2;13,50;04/05/2026\n", ';')]
    [InlineData("Export du 13 mai\nDossier;Objet;Date\nA1;x;04/05/2026\nA2;y;04/05/2026\n", ';')]
    [InlineData("Texte\nun, deux\ntrois\nquatre, cinq, six\nsept\n", ';')]
    [InlineData("a,b", ',')]
    [InlineData("\uFEFFa,b,c\n", ',')]
    [InlineData("", ';')]
    [InlineData("\n\n\na,b,c\n1,2,3\n", ',')]
    public void The_header_says_the_separator_whatever_stands_in_the_rows(string text, char separator) =>
        CsvDialect.Guess(text).ShouldBe(new CsvDialect(separator, HasSeparatorLine: false));

    [Theory]
    [InlineData("sep=;\na,b;c\n", ';')]
    [InlineData("\uFEFFsep=,\r\na;b;c\n", ',')]
    [InlineData("SEP=\t\na;b;c\n", '\t')]
    [InlineData("\"sep=|\"\na;b;c\n", '|')]
    [InlineData("sep=^", '^')]
    public void A_first_line_that_says_the_separator_decides(string text, char separator) =>
        CsvDialect.Guess(text).ShouldBe(new CsvDialect(separator, HasSeparatorLine: true));

    [Theory]
    [InlineData("sep=\na,b\n")]
    [InlineData("sep=;;\na,b\n")]
    [InlineData("separator,b\n")]
    public void Another_first_line_is_the_header(string text) => CsvDialect.Guess(text).HasSeparatorLine.ShouldBeFalse();
}
