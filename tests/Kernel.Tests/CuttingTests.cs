namespace Pupitre.Kernel.Tests;

public sealed class CuttingTests
{
    [Theory]
    [InlineData(null, 3, null)]
    [InlineData("", 0, "")]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "abc")]
    [InlineData("ab😀", 3, "ab")]
    [InlineData("ab😀", 4, "ab😀")]
    [InlineData("😀", 1, "")]
    public void A_text_is_never_cut_through_a_character(string? text, int length, string? expected) => text.Cut(length).ShouldBe(expected);

    [Theory]
    [InlineData("abc", "abc")]
    [InlineData("abcd", "abc…")]
    [InlineData("ab😀d", "ab…")]
    public void What_was_cut_off_is_told(string text, string expected) => text.CutShort(3).ShouldBe(expected);
}
