namespace Analysis.Training;
internal static class WordScores { public static int Print(string folder) => folder.Length; }
