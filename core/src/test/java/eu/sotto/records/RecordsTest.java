package eu.sotto.records;

import java.nio.file.Path;

class RecordsTest extends RecordsContract {
  @Override
  Rig rig(Path path) {
    return Rig.in(path);
  }
}
