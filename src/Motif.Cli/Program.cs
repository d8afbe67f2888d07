Console.WriteLine("motif");
